namespace Oot.Kconfig.Syntax;

/// <summary>The words of the language (kernel 5.10 to 7.x, scripts/kconfig/lexer.l).</summary>
internal static class Keywords
{
    /// <summary>The token of a word; <see cref="TokenKind.Word"/> where it is no word of the language in this dialect.</summary>
    internal static TokenKind Of(ReadOnlySpan<byte> word, KconfigDialect dialect)
    {
        if (word.Length is < 2 or > 14 || word[0] is < (byte)'a' or > (byte)'v')
            return TokenKind.Word;
        TokenKind kind = Known(word);
        return kind switch
        {
            TokenKind.Transitional => dialect.HasTransitional ? kind : TokenKind.Word,
            TokenKind.Optional => dialect.HasOldChoices ? kind : TokenKind.Word,
            TokenKind.Option or TokenKind.AllNoConfigYes or TokenKind.DefconfigList => dialect.HasOptions ? kind : TokenKind.Word,
            _ => kind,
        };
    }

    private static TokenKind Known(ReadOnlySpan<byte> word) => word[0] switch
    {
        (byte)'a' => Is(word, "allnoconfig_y"u8, TokenKind.AllNoConfigYes),
        (byte)'b' => Is(word, "bool"u8, TokenKind.Bool),
        (byte)'c' => Is(word, "config"u8, TokenKind.Config, "comment"u8, TokenKind.Comment, "choice"u8, TokenKind.Choice),
        (byte)'d' => word.Length == 7
            ? Is(word, "default"u8, TokenKind.Default, "depends"u8, TokenKind.Depends)
            : Is(word, "def_bool"u8, TokenKind.DefBool, "def_tristate"u8, TokenKind.DefTristate, "defconfig_list"u8, TokenKind.DefconfigList),
        (byte)'e' => Is(word, "endif"u8, TokenKind.EndIf, "endmenu"u8, TokenKind.EndMenu, "endchoice"u8, TokenKind.EndChoice),
        (byte)'h' => Is(word, "help"u8, TokenKind.Help, "hex"u8, TokenKind.Hex),
        (byte)'i' => Is(word, "if"u8, TokenKind.If, "int"u8, TokenKind.Int, "imply"u8, TokenKind.Imply),
        (byte)'m' => word.Length <= 7
            ? Is(word, "menu"u8, TokenKind.Menu, "modules"u8, TokenKind.Modules)
            : Is(word, "menuconfig"u8, TokenKind.MenuConfig, "mainmenu"u8, TokenKind.MainMenu),
        (byte)'o' => Is(word, "on"u8, TokenKind.On, "option"u8, TokenKind.Option, "optional"u8, TokenKind.Optional),
        (byte)'p' => Is(word, "prompt"u8, TokenKind.Prompt),
        (byte)'r' => Is(word, "range"u8, TokenKind.Range),
        (byte)'s' => Is(word, "select"u8, TokenKind.Select, "source"u8, TokenKind.Source, "string"u8, TokenKind.String),
        (byte)'t' => Is(word, "tristate"u8, TokenKind.Tristate, "transitional"u8, TokenKind.Transitional),
        (byte)'v' => Is(word, "visible"u8, TokenKind.Visible),
        _ => TokenKind.Word,
    };

    private static TokenKind Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> name, TokenKind kind) => word.SequenceEqual(name) ? kind : TokenKind.Word;

    private static TokenKind Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> first, TokenKind firstKind, ReadOnlySpan<byte> second, TokenKind secondKind) =>
        word.SequenceEqual(first) ? firstKind : Is(word, second, secondKind);

    private static TokenKind Is(
        ReadOnlySpan<byte> word, ReadOnlySpan<byte> first, TokenKind firstKind, ReadOnlySpan<byte> second, TokenKind secondKind, ReadOnlySpan<byte> third, TokenKind thirdKind) =>
        word.SequenceEqual(first) ? firstKind : Is(word, second, secondKind, third, thirdKind);
}
