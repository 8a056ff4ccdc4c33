namespace Oot.Explaining;

/// <summary>Lines to add to a configuration, and every option that comes on by them, as JSON.</summary>
internal sealed record FragmentReport(List<string> Lines, List<string> Enabled);
