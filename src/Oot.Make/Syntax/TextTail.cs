namespace Oot.Make.Syntax;

/// <summary>The end of a text from an index on. A dependency file's right sides are long: they are not copied to be read.</summary>
internal readonly record struct TextTail(string Text, int Start)
{
    /// <summary>How many characters there are.</summary>
    public int Length => Text.Length - Start;

    /// <summary>A whole text.</summary>
    public static implicit operator TextTail(string text) => new(text, 0);

    /// <summary>The characters as a text of their own.</summary>
    public override string ToString() => Text[Start..];
}
