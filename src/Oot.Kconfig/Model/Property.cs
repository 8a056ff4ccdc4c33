namespace Oot.Kconfig.Model;

/// <summary>One line of an entry: a prompt, a default, a select, an imply or a range.</summary>
public sealed class Property
{
    internal Property(int id, PropertyKind kind, string file, int line)
    {
        Id = id;
        Kind = kind;
        File = file;
        Line = line;
    }

    /// <summary>Its number in the tree, from 0.</summary>
    public int Id { get; }

    /// <summary>What it says.</summary>
    public PropertyKind Kind { get; internal set; }

    /// <summary>The text of a prompt, menu or comment; null for other kinds.</summary>
    public string? Text { get; internal set; }

    /// <summary>The expression under which it counts, its entry's and all menus' conditions included; 0: always.</summary>
    public int Condition { get; internal set; }

    /// <summary>The expression of a default, the symbol of a select or imply, the range; 0 for prompts.</summary>
    public int Value { get; internal set; }

    /// <summary>The entry that has it.</summary>
    public MenuNode Menu { get; internal set; } = null!;

    /// <summary>The file it stands in, as it was named.</summary>
    public string File { get; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; }

    /// <summary>The symbol's next property; null after the last.</summary>
    public Property? Next { get; internal set; }
}
