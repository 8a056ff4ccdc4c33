namespace Oot.Kernel.Modules;

/// <summary>One field of two vermagics that differs: what the kernel has and what the module has; empty means the word is absent.</summary>
public readonly record struct VermagicDifference(string Field, string Kernel, string Module)
{
    /// <summary><c>release: the kernel has 6.1.0, the module 6.12.0</c>.</summary>
    public override string ToString() => $"{Field}: the kernel has {Shown(Kernel)}, the module {Shown(Module)}";

    private static string Shown(string value) => value.Length == 0 ? "none" : value;
}
