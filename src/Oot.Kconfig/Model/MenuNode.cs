namespace Oot.Kconfig.Model;

/// <summary>One entry of the menu tree: a definition of a symbol, a menu, a choice, an <c>if</c> or a comment.</summary>
public sealed class MenuNode
{
    internal MenuNode(MenuKind kind, Symbol? symbol, MenuNode? parent, string file, int line)
    {
        Kind = kind;
        Symbol = symbol;
        Parent = parent;
        File = file;
        Line = line;
    }

    /// <summary>Which statement made it.</summary>
    public MenuKind Kind { get; }

    /// <summary>The symbol that it defines, a choice's nameless one included; null for menus, <c>if</c>s and comments.</summary>
    public Symbol? Symbol { get; }

    /// <summary>The entry above; null for the root.</summary>
    public MenuNode? Parent { get; internal set; }

    /// <summary>The next entry at the same level.</summary>
    public MenuNode? Next { get; internal set; }

    /// <summary>The first entry below.</summary>
    public MenuNode? Child { get; internal set; }

    /// <summary>Its prompt, a menu's or comment's text included.</summary>
    public Property? Prompt { get; internal set; }

    /// <summary>The expression of <c>visible if</c>; 0: none.</summary>
    public int Visibility { get; internal set; }

    /// <summary>What it depends on, all entries above included; 0: nothing.</summary>
    public int Dependency { get; internal set; }

    /// <summary>The file it stands in, as it was named.</summary>
    public string File { get; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; }

    /// <summary>The file that has its help text, and where the text begins; null without help.</summary>
    internal KconfigFile? HelpFile { get; set; }

    internal int HelpStart { get; set; }

    /// <summary>Its help text with the indentation taken off; null without help.</summary>
    public string? Help => HelpFile is null ? null : Syntax.HelpText.Read(HelpFile.Content, HelpStart);

    /// <summary>The entry that follows in the order of the files, below <paramref name="root"/>; null at the end.</summary>
    public MenuNode? After(MenuNode root)
    {
        if (Child is not null)
            return Child;
        MenuNode node = this;
        while (node != root && node.Next is null)
            node = node.Parent!;
        return node == root ? null : node.Next;
    }
}
