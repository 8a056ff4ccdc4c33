namespace Oot.Make.Rules;

/// <summary>A name of the form <c>archive(member)</c>.</summary>
internal readonly record struct ArchiveName(string Archive, string Member)
{
    /// <summary>Whether a name has that form, and its parts.</summary>
    public static bool TryParse(string name, out ArchiveName result)
    {
        int open = name.IndexOf('(');
        if (open <= 0 || name[^1] != ')' || open + 2 == name.Length)
        {
            result = default;
            return false;
        }
        result = new ArchiveName(name[..open], name[(open + 1)..^1]);
        return true;
    }

    /// <summary>Whether a name has that form.</summary>
    public static bool Is(string name) => TryParse(name, out _);
}
