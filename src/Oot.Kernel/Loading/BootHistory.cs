namespace Oot.Kernel.Loading;

/// <summary>What was predicted of one boot so far. Some lines are written once a boot, so that a module's own lines depend on the modules before it.</summary>
public sealed class BootHistory
{
    private readonly HashSet<LineOccasion> passed = [];
    private readonly HashSet<Taint> taints = [];

    /// <summary>The lines and the new taints that the next module brings; it counts as having been tried afterwards.</summary>
    public (IReadOnlyList<string> Log, IReadOnlyList<Taint> Taints) Next(LoadVerdict verdict)
    {
        List<string> log = [.. verdict.Lines.Where(line => !passed.Contains(line.Occasion)).Select(line => line.Text)];
        foreach (LoadLine line in verdict.Lines)
        {
            if (line.Occasion != LineOccasion.Always)
                passed.Add(line.Occasion);
        }
        // A module that only inherits this mark keeps the next one from saying it.
        if (verdict.Taints.Contains(Taint.Proprietary))
            passed.Add(LineOccasion.FirstProprietary);
        return (log, [.. verdict.Taints.Where(taints.Add)]);
    }
}
