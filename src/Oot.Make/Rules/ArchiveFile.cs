using System.Globalization;
using Oot.Core;

namespace Oot.Make.Rules;

/// <summary>
/// Reads ar archives: <c>!&lt;arch&gt;\n</c>, then members of a 60-byte header (name 16, date 12, owner 6, group 6, mode 8, size 10,
/// <c>`\n</c>) and data padded to an even length. Long names lie in a member <c>//</c> (System V, GNU) or before the data (<c>#1/LENGTH</c>, BSD).
/// </summary>
internal static class ArchiveFile
{
    private const string Magic = "!<arch>\n";
    private const int HeaderSize = 60, NameSize = 16, DateOffset = 16, DateSize = 12, SizeOffset = 48, SizeSize = 10;

    /// <summary>The members in their order; false with make's message (less the archive's name) if it is no sound archive.</summary>
    public static bool TryRead(IDisk disk, string path, out IReadOnlyList<ArchiveMember> members, out string? error)
    {
        members = [];
        error = null;
        int errno = disk.Read(path, out string text);
        if (errno != 0)
        {
            error = errno == Errno.NoEntry ? $"touch: Archive '{path}' does not exist" : $"open: {path}: {Errno.Message(errno)}";
            return false;
        }
        if (!text.StartsWith(Magic, StringComparison.Ordinal))
        {
            error = $"touch: '{path}' is not a valid archive";
            return false;
        }
        var found = new List<ArchiveMember>();
        string longNames = "";
        int at = Magic.Length;
        while (at + HeaderSize <= text.Length)
        {
            ReadOnlySpan<char> header = text.AsSpan(at, HeaderSize);
            if (!header.EndsWith("`\n") || !TryNumber(header.Slice(SizeOffset, SizeSize), out long size) || size < 0 || size > text.Length - at - HeaderSize)
            {
                error = $"touch: '{path}' is not a valid archive";
                return false;
            }
            _ = TryNumber(header.Slice(DateOffset, DateSize), out long date);
            ReadOnlySpan<char> data = text.AsSpan(at + HeaderSize, (int)size);
            string raw = header[..NameSize].TrimEnd(' ').ToString();
            if (raw is "//" or "ARFILENAMES/")
                longNames = data.ToString();
            else if (Name(raw, data, longNames) is { } name)
                found.Add(new ArchiveMember(name, date, at, IsTruncated: raw.Length == NameSize && raw == name));
            at += HeaderSize + (int)size + (int)(size & 1);
        }
        members = found;
        return true;
    }

    private static string? Name(string raw, ReadOnlySpan<char> data, string longNames)
    {
        if (raw is "/" or "/SYM64/" or "__.SYMDEF" or "__.SYMDEF/")
            return null;
        if (raw.StartsWith("#1/", StringComparison.Ordinal) && TryNumber(raw.AsSpan(3), out long length) && length >= 0 && length <= data.Length)
            return data[..(int)length].TrimEnd('\0').ToString();
        if (raw[0] is '/' or ' ' && TryNumber(raw.AsSpan(1), out long offset))
        {
            if (offset < 0 || offset >= longNames.Length)
                return null;
            int end = longNames.IndexOf('\n', (int)offset);
            return longNames[(int)offset..(end < 0 ? longNames.Length : end)].TrimEnd('/');
        }
        return raw.TrimEnd('/');
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text.Trim(' '), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>The date of a member in seconds since 1970, or −1 if there is none.</summary>
    public static long MemberDate(IDisk disk, string path, string member)
    {
        if (TryRead(disk, path, out IReadOnlyList<ArchiveMember> members, out _))
            foreach (ArchiveMember entry in members)
                if (entry.IsNamed(member))
                    return entry.Date > 0 ? entry.Date : -1;
        return -1;
    }

    /// <summary>Sets a member's date to <paramref name="now"/> (seconds since 1970); null, or make's message.</summary>
    public static string? Touch(IDisk disk, string path, string member, long now)
    {
        if (!TryRead(disk, path, out IReadOnlyList<ArchiveMember> members, out string? error))
            return error;
        foreach (ArchiveMember entry in members)
        {
            if (!entry.IsNamed(member))
                continue;
            disk.Read(path, out string text);
            string date = now.ToString(CultureInfo.InvariantCulture).PadRight(DateSize);
            int at = entry.HeaderOffset + DateOffset;
            int errno = disk.Write(path, string.Concat(text.AsSpan(0, at), date, text.AsSpan(at + DateSize)), append: false);
            return errno == 0 ? null : $"touch: {path}: {Errno.Message(errno)}";
        }
        return $"touch: Member '{member}' does not exist in '{path}'";
    }
}
