using System.Buffers;

namespace Oot.Make.Evaluation;

/// <summary>
/// A long value that is nothing but names with blanks between them, as dependency files assign it and <c>$^</c> has it: taken apart once, where it is expanded, and put together only for those who ask for
/// a text.
/// </summary>
internal sealed class NameList
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\v\f\r");

    private readonly byte[]? _blanks;

    /// <summary>Names of which no character means anything to make, with so many blanks before each, and behind the last.</summary>
    public NameList(string[] names, byte[] blanks) => (Names, _blanks) = (names, blanks);

    /// <summary>Any names, with one blank between them.</summary>
    public NameList(string[] names) => Names = names;

    /// <summary>The names.</summary>
    public string[] Names { get; }

    /// <summary>Whoever reads the text as a list finds these very names.</summary>
    public bool IsPlain => _blanks is not null;

    /// <summary>Each name is a word of the text.</summary>
    public bool AreWords => IsPlain || !Array.Exists(Names, name => name.Length == 0 || name.AsSpan().ContainsAny(Blanks));

    /// <summary>The whole value.</summary>
    public string Text()
    {
        if (_blanks is null)
            return string.Join(' ', Names);
        int length = 0;
        foreach (byte gap in _blanks)
            length += gap;
        foreach (string name in Names)
            length += name.Length;
        return string.Create(length, this, static (text, list) => list.WriteTo(text, list._blanks!));
    }

    private void WriteTo(Span<char> text, byte[] blanks)
    {
        text.Fill(' ');
        for (int i = 0; i < Names.Length; i++)
        {
            text = text[blanks[i]..];
            Names[i].CopyTo(text);
            text = text[Names[i].Length..];
        }
    }
}
