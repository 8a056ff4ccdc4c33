namespace Oot.Kconfig.Files;

/// <summary>The lines of a file, one after the other.</summary>
internal ref struct ConfigLines(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    /// <summary>The current line without its end.</summary>
    internal ReadOnlySpan<byte> Line { get; private set; }

    /// <summary>Its number, from 1.</summary>
    internal int Number { get; private set; }

    internal bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        int end = _rest.IndexOf((byte)'\n');
        Number++;
        if (end < 0)
        {
            Line = _rest;
            _rest = default;
            return true;
        }
        ReadOnlySpan<byte> line = _rest[..end];
        _rest = _rest[(end + 1)..];
        Line = line is [.., (byte)'\r'] ? line[..^1] : line;
        return true;
    }
}
