using System.Buffers;
using System.Text;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>
/// What fixdep writes: the source, every file that it depends on, and after each file the options (<c>CONFIG_…</c>) that it names and that no file before it named.
/// </summary>
internal sealed class FixdepOutput(IDisk disk, FixdepForm form, string target, FixdepRoom room, RememberedOptions? remembered)
{
    private readonly ArrayBufferWriter<byte> text = room.Text;
    private readonly long begunNs = FileClock.NowNs();

    /// <summary>Everything so far.</summary>
    internal ReadOnlySpan<byte> Text => text.WrittenSpan;

    /// <summary>Writes byte text.</summary>
    internal void Write(string value)
    {
        Span<byte> place = text.GetSpan(value.Length);
        text.Advance(Encoding.Latin1.GetBytes(value, place));
    }

    internal void Write(ReadOnlySpan<byte> value) => text.Write(value);

    /// <summary>The source, which opens the list.</summary>
    internal void Source(ReadOnlySpan<byte> name)
    {
        Write($"source_{target} := ");
        Write(name);
        Write($"\n\ndeps_{target} := \\\n");
    }

    /// <summary>One more file of the list.</summary>
    internal void Dependency(ReadOnlySpan<byte> name)
    {
        Write("  "u8);
        Write(name);
        Write(" \\\n"u8);
    }

    /// <summary>Lists the options that a file names.</summary>
    /// <param name="isSource">No other object has it.</param>
    internal void OptionsIn(ReadOnlySpan<byte> name, bool isSource)
    {
        string path = ByteText.FromBytes(name);
        if (remembered is not null && remembered.Find(disk, path, out ReadOnlyMemory<byte> known))
        {
            List(known.Span);
            return;
        }
        ArrayBufferWriter<byte> named = room.Named;
        named.ResetWrittenCount();
        Find(ReadText(disk, path, ref room.Content, out FileStatus? status), named);
        if (!isSource)
            remembered?.Add(status, begunNs, named.WrittenSpan);
        List(named.WrittenSpan);
    }

    /// <summary>Lists options, each followed by a NUL.</summary>
    private void List(ReadOnlySpan<byte> names)
    {
        while (names.Length > 0)
        {
            ReadOnlySpan<byte> name = names[..names.IndexOf((byte)0)];
            names = names[(name.Length + 1)..];
            if (room.Options.Add(name))
                Option(name);
        }
    }

    private static void Find(ReadOnlySpan<byte> rest, ArrayBufferWriter<byte> named)
    {
        int previous = -1;
        for (int at = rest.IndexOf("CONFIG_"u8); at >= 0; at = rest.IndexOf("CONFIG_"u8))
        {
            bool inside = at > 0 ? IsWord(rest[at - 1]) : previous >= 0 && IsWord((byte)previous);
            previous = rest[at + 6];
            rest = rest[(at + 7)..];
            if (inside)
                continue;
            int length = 0;
            while (length < rest.Length && IsWord(rest[length]))
                length++;
            ReadOnlySpan<byte> word = rest[..length];
            if (length > 0)
                previous = rest[length - 1];
            rest = rest[length..];
            if (word.EndsWith("_MODULE"u8))
                word = word[..^7];
            if (word.Length == 0)
                continue;
            named.Write(word);
            named.Write("\0"u8);
        }
    }

    /// <summary>What stands below the list.</summary>
    internal void End() => Write($"\n{target}: $(deps_{target})\n\n$(deps_{target}):\n");

    /// <summary>A file as a C program reads it: up to the first NUL.</summary>
    internal static ReadOnlySpan<byte> ReadText(IDisk disk, string name, ref byte[] buffer, out FileStatus? status)
    {
        int errno = disk.Read(name, ref buffer, out int length, out status);
        if (errno == Errno.IsDirectory)
            throw new FixdepStopException($"fixdep: read: {Errno.Message(errno)}\n", 2);
        if (errno != 0)
            throw new FixdepStopException($"fixdep: error opening file: {(name.Length > 0 ? name + ": " : "")}{Errno.Message(errno)}\n", 2);
        int end = buffer.AsSpan(0, length).IndexOf((byte)0);
        return buffer.AsSpan(0, end < 0 ? length : end);
    }

    private void Option(ReadOnlySpan<byte> name)
    {
        Write("    $(wildcard include/config/"u8);
        if (form.OptionHeaders)
            HeaderName(name);
        else
            Write(name);
        Write(") \\\n"u8);
    }

    // FOO__BAR is foo/bar.h: an underscore begins a directory, one after another begins none.
    private void HeaderName(ReadOnlySpan<byte> name)
    {
        Span<byte> place = text.GetSpan(name.Length + 2);
        int length = 0;
        byte previous = (byte)'/';
        foreach (byte b in name)
        {
            byte c = b == '_' ? (byte)'/' : b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
            if (c != '/' || previous != '/')
                place[length++] = c;
            previous = c;
        }
        place[length++] = (byte)'.';
        place[length++] = (byte)'h';
        text.Advance(length);
    }

    private static bool IsWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_';
}
