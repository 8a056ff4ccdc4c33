namespace Oot.Deploy.Resolving;

/// <summary>How modprobe gets one module into the kernel.</summary>
public enum LoadStepKind
{
    /// <summary>Its file is loaded.</summary>
    Insert,

    /// <summary>A command of modprobe.d is run instead.</summary>
    Command,

    /// <summary>It is there, as part of the kernel.</summary>
    BuiltIn,
}
