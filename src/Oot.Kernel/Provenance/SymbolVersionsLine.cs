namespace Oot.Kernel.Provenance;

/// <summary>What <c>Module.symvers</c> says about one symbol (kernel 5.10 to 7.x: CRC, symbol, module, kind of export, namespace).</summary>
/// <param name="Crc">The CRC as it is written, <c>0x…</c>.</param>
/// <param name="Owner">The module's path without suffix, or <c>vmlinux</c>.</param>
/// <param name="IsGpl">For GPL-compatible modules only.</param>
/// <param name="Namespace">Its namespace; empty for none.</param>
public sealed record SymbolVersionsLine(string Crc, string Owner, bool IsGpl, string Namespace)
{
    /// <summary>The line of a symbol; null when there is none.</summary>
    /// <param name="text">The whole file.</param>
    public static SymbolVersionsLine? Find(string text, string symbol)
    {
        string wanted = $"\t{symbol}\t";
        for (int at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            int start = text.LastIndexOf('\n', at) + 1;
            int end = text.IndexOf('\n', at);
            string[] fields = text[start..(end < 0 ? text.Length : end)].Split('\t');
            if (fields.Length >= 3 && fields[1] == symbol)
                return new SymbolVersionsLine(fields[0], fields[2], fields.Length > 3 && fields[3].Contains("GPL", StringComparison.Ordinal), fields.Length > 4 ? fields[4] : "");
        }
        return null;
    }
}
