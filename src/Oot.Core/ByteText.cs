using System.Buffers;
using System.Text;

namespace Oot.Core;

/// <summary>
/// Text that is really bytes: each <see cref="char"/> is one byte, 0 to 255 (Latin-1), so file names, makefiles and
/// command output of any encoding survive a round trip unchanged.
/// </summary>
public static class ByteText
{
    /// <summary>One character per byte.</summary>
    public static string FromBytes(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>One byte per character; a character above 255 is a bug of the caller and becomes <c>?</c>.</summary>
    public static byte[] ToBytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>As <see cref="ToBytes"/>, with a terminating zero byte, as C functions take it.</summary>
    public static byte[] ToZeroTerminated(string text)
    {
        byte[] bytes = new byte[text.Length + 1];
        Encoding.Latin1.GetBytes(text, bytes);
        return bytes;
    }

    /// <summary>As the other, in <paramref name="room"/> where that is enough.</summary>
    public static ReadOnlySpan<byte> ToZeroTerminated(ReadOnlySpan<char> text, Span<byte> room)
    {
        if (text.Length >= room.Length)
            room = new byte[text.Length + 1];
        Encoding.Latin1.GetBytes(text, room);
        room[text.Length] = 0;
        return room[..(text.Length + 1)];
    }

    /// <summary>The bytes up to the first zero byte at <paramref name="pointer"/>; empty for null.</summary>
    public static unsafe string FromPointer(byte* pointer)
    {
        if (pointer == null)
            return "";
        int length = 0;
        while (pointer[length] != 0)
            length++;
        return FromBytes(new ReadOnlySpan<byte>(pointer, length));
    }

    /// <summary>Byte text of a .NET string (command-line words of a managed host, messages of the framework): its UTF-8 bytes.</summary>
    public static string FromUnicode(string text) => IsAscii(text) ? text : FromBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>A .NET string of byte text, for framework calls: its bytes read as UTF-8.</summary>
    public static string ToUnicode(string text) => IsAscii(text) ? text : Encoding.UTF8.GetString(ToBytes(text));

    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\x7f');
}
