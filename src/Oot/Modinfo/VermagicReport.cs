namespace Oot.Modinfo;

/// <summary>A vermagic's fields.</summary>
internal sealed record VermagicReport(string Text, string Release, bool Smp, string Preemption, bool ModUnload, bool Modversions, string Architecture);
