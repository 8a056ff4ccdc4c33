namespace Oot.Make.Rules;

/// <summary>A name of the form <c>archive(member)</c>.</summary>
internal readonly record struct ArchiveName(string Archive, string Member)
{
    /// <summary>Whether a name has that form, and its parts; <c>lib((entry))</c> has it, but <see cref="IsUnsupported"/> tells that it is fatal.</summary>
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

    /// <summary>A name such as <c>lib((entry))</c>: archives looked up by what they define, which no make but a few old ones can do.</summary>
    public bool IsUnsupported => Member[0] == '(' && Member[^1] == ')';

    /// <inheritdoc/>
    public override string ToString() => $"{Archive}({Member})";
}
