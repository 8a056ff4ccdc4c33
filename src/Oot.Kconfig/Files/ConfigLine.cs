namespace Oot.Kconfig.Files;

/// <summary>What a line of a configuration file is (kernel 5.10 to 7.x, scripts/kconfig/confdata.c).</summary>
internal readonly ref struct ConfigLine
{
    private ConfigLine(bool isUnexpected, bool isUnset, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        IsUnexpected = isUnexpected;
        IsUnset = isUnset;
        Name = name;
        Value = value;
    }

    /// <summary>Whether it is neither an assignment nor anything to be passed over.</summary>
    internal bool IsUnexpected { get; }

    /// <summary>Whether it says <c># CONFIG_X is not set</c>.</summary>
    internal bool IsUnset { get; }

    /// <summary>The option without its prefix; empty for a line that says nothing.</summary>
    internal ReadOnlySpan<byte> Name { get; }

    /// <summary>What stands behind the <c>=</c>; <c>n</c> for what is not set.</summary>
    internal ReadOnlySpan<byte> Value { get; }

    internal bool HasName => Value.Length > 0 || !Name.IsEmpty || IsUnset;

    /// <param name="line">Without the newline and a carriage return before it.</param>
    /// <param name="prefix"><c>CONFIG_</c>.</param>
    /// <param name="dialect">Whose rules.</param>
    internal static ConfigLine Parse(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix, KconfigDialect dialect)
    {
        int zero = line.IndexOf((byte)0);
        if (zero >= 0)
            line = line[..zero];
        if (line.IsEmpty)
            return default;
        if (line[0] == '#')
            return ParseComment(line, prefix, dialect);
        if (!line.StartsWith(prefix))
            return new ConfigLine(true, false, default, default);
        ReadOnlySpan<byte> rest = line[prefix.Length..];
        int equals = rest.IndexOf((byte)'=');
        if (equals < 0)
            return new ConfigLine(dialect.HasStrictLines, false, default, default);
        return new ConfigLine(false, false, rest[..equals], rest[(equals + 1)..]);
    }

    private static ConfigLine ParseComment(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix, KconfigDialect dialect)
    {
        if (line.Length < 2 || (line[1] != ' ' && !dialect.HasOldWriters) || !line[2..].StartsWith(prefix))
            return default;
        ReadOnlySpan<byte> rest = line[(2 + prefix.Length)..];
        int space = rest.IndexOf((byte)' ');
        if (space < 0)
            return default;
        ReadOnlySpan<byte> words = rest[(space + 1)..];
        bool isUnset = dialect.HasStrictLines ? words.SequenceEqual("is not set"u8) : words.StartsWith("is not set"u8);
        return isUnset ? new ConfigLine(false, true, rest[..space], "n"u8) : default;
    }
}
