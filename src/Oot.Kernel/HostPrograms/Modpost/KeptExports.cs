namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Exports that count as used although no module needs them.</summary>
internal static class KeptExports
{
    /// <summary>Those named in a section <c>.no_trim_symbol</c>: names with zero bytes between them.</summary>
    public static void Mark(ModpostRun run, ReadOnlySpan<byte> names)
    {
        foreach (Range name in names.Split((byte)0))
            Mark(run, run.Table.Find(names[name]));
    }

    /// <summary>Those of <c>-u</c>: a name a line, nothing else.</summary>
    public static void MarkListed(ModpostRun run)
    {
        if (run.Options.KeptExports is not string file)
            return;
        ReadOnlySpan<byte> names = CText.Read(run.Disk, run.Report, file);
        foreach (Range name in names.Split((byte)'\n'))
            Mark(run, run.Table.Find(names[name]));
    }

    private static void Mark(ModpostRun run, int symbol)
    {
        if (symbol >= 0)
            run.Table[symbol].IsUsed = true;
    }
}
