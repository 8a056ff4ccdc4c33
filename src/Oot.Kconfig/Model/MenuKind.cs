namespace Oot.Kconfig.Model;

/// <summary>Which statement made a menu entry.</summary>
public enum MenuKind : byte
{
    /// <summary><c>config</c>.</summary>
    Config,

    /// <summary><c>menu</c>, <c>mainmenu</c> and <c>menuconfig</c>.</summary>
    Menu,

    /// <summary><c>choice</c>.</summary>
    Choice,

    /// <summary><c>if</c>.</summary>
    If,

    /// <summary><c>comment</c>.</summary>
    Comment,
}
