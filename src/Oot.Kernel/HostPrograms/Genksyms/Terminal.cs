namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What the lexer hands to the parser. The first three are the parser's own; the punctuation marks are those that the grammars name.</summary>
internal enum Terminal : byte
{
    End,
    Error,

    /// <summary>A token that no rule has: a number, a string, an operator.</summary>
    Undefined,

    Auto,
    Bool,
    BuiltinInt,
    Char,
    Const,
    Double,
    Enum,
    Extern,
    Extension,
    Float,
    Inline,
    Int,
    Long,
    Register,
    Restrict,
    Segment,
    Short,
    Signed,
    Static,
    Struct,
    Typedef,
    Typeof,
    Union,
    Unsigned,
    VaList,
    Void,
    Volatile,
    ExportSymbol,
    AsmPhrase,
    AttributePhrase,
    BracePhrase,
    BracketPhrase,
    ExpressionPhrase,
    StaticAssertPhrase,
    TypeofPhrase,
    Dots,
    Identifier,
    Type,
    Semicolon,
    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    Asterisk,
    Equals,
    Colon,

    /// <summary>Keywords that begin a phrase; the parser sees the phrase.</summary>
    Asm,
    Attribute,
    StaticAssert,

    /// <summary>The names of Neon's vector types: a keyword that the lexer knows by its spelling and that is no identifier anywhere.</summary>
    VectorInt,

    /// <summary>A name that is no keyword.</summary>
    None,
}
