namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>The words of <c>Module.symvers</c> for an <see cref="ExportKind"/>.</summary>
internal static class ExportKindNames
{
    public static string Word(this ExportKind kind) => kind switch
    {
        ExportKind.Plain => "EXPORT_SYMBOL",
        ExportKind.Gpl => "EXPORT_SYMBOL_GPL",
        ExportKind.Unused => "EXPORT_UNUSED_SYMBOL",
        ExportKind.UnusedGpl => "EXPORT_UNUSED_SYMBOL_GPL",
        ExportKind.GplFuture => "EXPORT_SYMBOL_GPL_FUTURE",
        _ => "(unknown)",
    };

    public static ExportKind Kind(ReadOnlySpan<byte> word)
    {
        if (word.SequenceEqual("EXPORT_SYMBOL_GPL"u8))
            return ExportKind.Gpl;
        if (word.SequenceEqual("EXPORT_SYMBOL"u8))
            return ExportKind.Plain;
        if (word.SequenceEqual("EXPORT_UNUSED_SYMBOL"u8))
            return ExportKind.Unused;
        if (word.SequenceEqual("EXPORT_UNUSED_SYMBOL_GPL"u8))
            return ExportKind.UnusedGpl;
        return word.SequenceEqual("EXPORT_SYMBOL_GPL_FUTURE"u8) ? ExportKind.GplFuture : ExportKind.Unknown;
    }
}
