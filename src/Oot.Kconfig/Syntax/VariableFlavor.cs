namespace Oot.Kconfig.Syntax;

/// <summary>How a macro's value is kept.</summary>
internal enum VariableFlavor : byte
{
    /// <summary><c>=</c>: expanded where it is used.</summary>
    Recursive,

    /// <summary><c>:=</c>: expanded where it is defined.</summary>
    Simple,

    /// <summary><c>+=</c>: as what it is added to.</summary>
    Append,
}
