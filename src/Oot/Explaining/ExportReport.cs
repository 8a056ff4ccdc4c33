namespace Oot.Explaining;

/// <summary>What <c>Module.symvers</c> says of a symbol, as JSON.</summary>
internal sealed record ExportReport(string Owner, bool GplOnly, string Namespace, string Crc);
