namespace Oot.Kernel.Loading;

/// <summary>What becomes of a module.</summary>
public enum LoadOutcome
{
    /// <summary>The kernel takes it.</summary>
    Loads,

    /// <summary>The kernel takes it and is tainted.</summary>
    LoadsWithTaint,

    /// <summary>The kernel refuses it.</summary>
    Refused,

    /// <summary>Something that decides is not known.</summary>
    CannotTell,
}
