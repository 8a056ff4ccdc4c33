namespace Oot.Make.Options;

/// <summary>What a switch takes.</summary>
internal enum OptionKind
{
    Ignored,
    Flag,
    Text,

    /// <summary>A text each time; a repetition is dropped.</summary>
    List,

    /// <summary>As <see cref="List"/>, with <c>~</c> expanded and leading <c>./</c> dropped.</summary>
    Files,

    PositiveInteger,
    Number,
}
