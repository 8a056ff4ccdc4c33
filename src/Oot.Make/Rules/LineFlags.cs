namespace Oot.Make.Rules;

/// <summary>What the prefix characters of a recipe line, or special targets, say of it.</summary>
[Flags]
internal enum LineFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>+</c>, or the line mentions <c>$(MAKE)</c>: runs also under <c>-n</c>, <c>-t</c>, <c>-q</c>.</summary>
    Recursive = 1,

    /// <summary><c>@</c>: not shown.</summary>
    Silent = 2,

    /// <summary><c>-</c>: a failure is ignored.</summary>
    IgnoreErrors = 4,
}
