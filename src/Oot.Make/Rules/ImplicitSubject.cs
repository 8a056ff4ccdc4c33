namespace Oot.Make.Rules;

/// <summary>A name that a rule is searched for, in the parts that patterns see.</summary>
/// <param name="Name">The whole name.</param>
/// <param name="DirectoryLength">How much of it is the directory, the slash included; 0 for none.</param>
internal readonly record struct ImplicitSubject(string Name, int DirectoryLength)
{
    /// <summary>The directory, with its slash.</summary>
    public string Directory => Name[..DirectoryLength];
}
