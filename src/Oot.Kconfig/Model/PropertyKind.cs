namespace Oot.Kconfig.Model;

/// <summary>What a property of a symbol or a menu entry says.</summary>
public enum PropertyKind : byte
{
    /// <summary><c>prompt "…"</c>, or the text after a type.</summary>
    Prompt,

    /// <summary>The text of a <c>comment</c>.</summary>
    Comment,

    /// <summary>The text of a <c>menu</c>, of the main menu, or of a <c>menuconfig</c>.</summary>
    Menu,

    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>select</c>.</summary>
    Select,

    /// <summary><c>imply</c>.</summary>
    Imply,

    /// <summary><c>range</c>.</summary>
    Range,

    /// <summary>Up to 6.10: where a symbol is defined; takes part in what messages give as its place.</summary>
    Place,

    /// <summary>Up to 6.10: that a symbol is a choice, or belongs to one.</summary>
    Choice,
}
