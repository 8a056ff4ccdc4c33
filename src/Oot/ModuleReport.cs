namespace Oot;

/// <summary>A module as <c>--json</c> shows it; <paramref name="Right"/> says whether its vermagic is the kernel's.</summary>
internal sealed record ModuleReport(string Path, string Vermagic, bool Right);
