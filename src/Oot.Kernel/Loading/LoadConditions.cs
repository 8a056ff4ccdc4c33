namespace Oot.Kernel.Loading;

/// <summary>The circumstances of loading: what is on the kernel's command line, what is given to the module, what is loaded already.</summary>
public sealed record LoadConditions
{
    /// <summary>Nothing unusual.</summary>
    public static LoadConditions Usual { get; } = new();

    /// <summary><c>module.sig_enforce=1</c>, besides a kernel's own CONFIG_MODULE_SIG_FORCE.</summary>
    public bool EnforcesSignatures { get; init; }

    /// <summary>The kernel is locked down (UEFI Secure Boot, <c>lockdown=</c>).</summary>
    public bool IsLockedDown { get; init; }

    /// <summary>The program that loads, which the message about a lockdown names.</summary>
    public string Loader { get; init; } = "insmod";

    /// <summary>How it is handed to the kernel; without <see cref="LoadFlags.Compressed"/> a compressed file is decompressed before.</summary>
    public LoadFlags Flags { get; init; }

    /// <summary>Names in <c>module_blacklist=</c>.</summary>
    public IReadOnlyList<string> Blacklist { get; init; } = [];

    /// <summary>The module's parameters: <c>name=value</c> or <c>name</c>.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Modules that are loaded; null means those that are needed, and no other.</summary>
    public IReadOnlySet<string>? Loaded { get; init; }

    /// <summary>Signatures are verified where the key can be had; otherwise one that is there counts as good.</summary>
    public bool VerifiesSignatures { get; init; } = true;
}
