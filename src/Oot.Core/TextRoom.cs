using System.Text;

namespace Oot.Core;

/// <summary>Byte text that is read, used and forgotten, in room that serves the next text again.</summary>
public sealed class TextRoom
{
    private char[] _room = [];
    private int _length;

    /// <summary>The text, until the next one takes its place.</summary>
    public ReadOnlyMemory<char> Text => _room.AsMemory(0, _length);

    /// <summary>The status of the file that the text is from, before it was read; null for a text from elsewhere.</summary>
    public FileStatus? Status { get; set; }

    /// <summary>Holds these bytes.</summary>
    public void Hold(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        _length = Encoding.Latin1.GetChars(bytes, _room);
    }

    /// <summary>Holds this text.</summary>
    public void Hold(string text)
    {
        Grow(text.Length);
        text.CopyTo(_room);
        _length = text.Length;
    }

    private void Grow(int length)
    {
        if (_room.Length < length)
            _room = new char[Math.Max(length, 2 * _room.Length)];
    }
}
