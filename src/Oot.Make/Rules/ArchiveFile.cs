using System.Globalization;
using Oot.Core;
using Oot.Make.Options;

namespace Oot.Make.Rules;

/// <summary>
/// An <c>ar</c> archive of the System V, GNU or BSD kind:
/// <code>
/// "!&lt;arch&gt;\n"
/// name[16] date[12] uid[6] gid[6] mode[8] size[10] "`\n"   data[size]   (padded to an even offset), repeated
/// </code>
/// A member called <c>//</c> holds long names that <c>/OFFSET</c> refers to; <c>#1/LENGTH</c> has its name before its data.
/// </summary>
internal sealed class ArchiveFile
{
    private const string Magic = "!<arch>\n";
    private const int HeaderSize = 60, DateOffset = 16, DateLength = 12;
    private const int LongestPath = 4096;

    private readonly string _path;
    private readonly string _text;
    private readonly List<ArchiveMember> _members = [];
    private string? _longNames;

    private ArchiveFile(string path, string text)
    {
        _path = path;
        _text = text;
    }

    /// <summary>How reading went.</summary>
    public ArchiveState State { get; private set; }

    /// <summary>For <see cref="ArchiveState.Fatal"/>: make's message, without <c>***</c> and <c>Stop.</c></summary>
    public string? FatalMessage { get; private set; }

    /// <summary>In the order of the archive, symbol and name tables included.</summary>
    public IReadOnlyList<ArchiveMember> Members => _members;

    /// <summary>Reads the headers; the archive's state says what is wrong.</summary>
    public static ArchiveFile Read(IDisk disk, string path)
    {
        if (disk.Read(path, out string text) != 0)
            return new ArchiveFile(path, "") { State = ArchiveState.Missing };
        var archive = new ArchiveFile(path, text);
        archive.State = text.StartsWith(Magic, StringComparison.Ordinal) ? archive.ReadMembers() : ArchiveState.Invalid;
        return archive;
    }

    /// <summary>The member's date in seconds since 1970; -1 where there is none. A member before any damage is found all the same.</summary>
    public long DateOf(string member)
    {
        foreach (ArchiveMember candidate in _members)
            if (candidate.Date != 0 && candidate.IsCalled(member))
                return candidate.Date;
        return -1;
    }

    /// <summary>Whether a member name is a pattern to be looked up in the archive.</summary>
    public static bool IsPattern(string member) => (FileNamePattern.KindOf(member) & PatternKind.Special) != 0;

    /// <summary>The names of the members that fit, sorted; empty for none.</summary>
    public IReadOnlyList<ArchiveName> Match(string pattern)
    {
        List<ArchiveName> found = [];
        foreach (ArchiveMember member in _members)
            if (FileNamePattern.Matches(pattern, member.Name, keepSlash: true))
                found.Add(new ArchiveName(_path, member.Name));
        found.Sort((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
        return found;
    }

    /// <summary>Sets a member's date to the archive's own time, as <c>make -t</c> does.</summary>
    /// <returns>Null, or the error that make prints.</returns>
    public static string? Touch(IDisk disk, string path, string member)
    {
        ArchiveFile archive = Read(disk, path);
        ArchiveMember? found = null;
        foreach (ArchiveMember candidate in archive._members)
            if (candidate.IsCalled(member))
            {
                found = candidate;
                break;
            }
        if (found is not { } target)
            return archive.State switch
            {
                ArchiveState.Missing => $"touch: Archive '{path}' does not exist",
                ArchiveState.Invalid => $"touch: '{path}' is not a valid archive",
                ArchiveState.Fatal => archive.FatalMessage,
                _ => $"touch: Member '{member}' does not exist in '{path}'",
            };
        int errno = disk.Stat(path, out FileStatus status);
        if (errno == 0)
        {
            string date = Math.DivRem(status.ModifiedNs, 1_000_000_000).Quotient.ToString(CultureInfo.InvariantCulture);
            int at = (int)target.HeaderOffset + DateOffset;
            errno = disk.Write(path, string.Concat(archive._text.AsSpan(0, at), date.PadRight(DateLength), archive._text.AsSpan(at + DateLength)), append: false);
        }
        return errno == 0 ? null : $"touch: {path}: {Errno.Message(errno)}";
    }

    private ArchiveState ReadMembers()
    {
        long offset = Magic.Length;
        // Data cut short at the end of the file is no error: the next header is simply missing.
        while (offset < _text.Length)
        {
            if (offset + HeaderSize > _text.Length)
                return ArchiveState.Invalid;
            ReadOnlySpan<char> header = _text.AsSpan((int)offset, HeaderSize);
            if (!header.EndsWith("`\n"))
                return ArchiveState.Invalid;
            if (!TryReadName(header[..16], offset + HeaderSize, out string name, out bool isLong, out bool isNameTable))
                return ArchiveState.Invalid;
            if (!Number(header.Slice(40, 8), 8, uint.MaxValue, "mode", name, out _)
                || !Number(header.Slice(48, 10), 10, long.MaxValue, "size", name, out long size)
                || !Number(header.Slice(DateOffset, DateLength), 10, long.MaxValue, "date", name, out long date)
                || !Number(header.Slice(28, 6), 10, int.MaxValue, "uid", name, out _)
                || !Number(header.Slice(34, 6), 10, int.MaxValue, "gid", name, out _))
                return ArchiveState.Fatal;
            _members.Add(new ArchiveMember(name, !isLong, offset, size, date));
            long data = offset + HeaderSize;
            if (isNameTable)
            {
                if (data + size > _text.Length)
                    return ArchiveState.Invalid;
                _longNames = _text.Substring((int)data, (int)size);
            }
            offset = data + size;
            offset += offset % 2;
        }
        return ArchiveState.Complete;
    }

    /// <summary>The name in a header, or the one that it refers to.</summary>
    private bool TryReadName(ReadOnlySpan<char> field, long data, out string name, out bool isLong, out bool isNameTable)
    {
        name = UpToZero(field.TrimEnd(' ')).ToString();
        isLong = false;
        isNameTable = name is "//" or "ARFILENAMES/";
        if (name.EndsWith('/'))
            name = name[..^1];
        if (!isNameTable && _longNames is not null && name.Length > 0 && name[0] is ' ' or '/')
        {
            isLong = true;
            if (!NumberText.TryUnsigned(name[1..], out uint at, out _) || at >= _longNames.Length)
                return false;
            name = LongNameAt((int)at);
            return name.Length > 0;
        }
        if (name.StartsWith("#1/", StringComparison.Ordinal))
        {
            isLong = true;
            if (!NumberText.TryUnsigned(name[3..], out uint length, out _) || length is 0 or >= LongestPath || data + length > _text.Length)
                return false;
            name = UpToZero(_text.AsSpan((int)data, (int)length)).ToString();
        }
        return true;
    }

    /// <summary>Long names end at a newline, before which GNU ar writes a slash.</summary>
    private string LongNameAt(int start)
    {
        ReadOnlySpan<char> rest = _longNames.AsSpan(start);
        int newline = rest.IndexOf('\n');
        if (newline >= 0)
            rest = rest[..newline];
        if (newline > 0 && rest[^1] == '/')
            rest = rest[..^1];
        return UpToZero(rest).ToString();
    }

    private static ReadOnlySpan<char> UpToZero(ReadOnlySpan<char> text) =>
        text.IndexOf('\0') is >= 0 and var end ? text[..end] : text;

    /// <summary>A number of a header: blanks around it, nothing else; empty is 0.</summary>
    private bool Number(ReadOnlySpan<char> field, int numberBase, long limit, string kind, string member, out long value)
    {
        value = 0;
        field = field.TrimStart(' ');
        int end = field.IndexOf(' ');
        foreach (char c in end < 0 ? field : field[..end])
        {
            int digit = c - '0';
            if (digit < 0 || digit >= numberBase || value > (limit - digit) / numberBase)
            {
                FatalMessage = $"Invalid {kind} for archive {_path} member {member}";
                return false;
            }
            value = (value * numberBase) + digit;
        }
        return true;
    }
}
