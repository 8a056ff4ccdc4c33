namespace Oot.Make;

/// <summary>What a call of this very executable does.</summary>
public enum OwnCall
{
    /// <summary>Anything.</summary>
    Unknown,

    /// <summary>It is make.</summary>
    Make,

    /// <summary>What the program of that name does.</summary>
    AsNamed,
}
