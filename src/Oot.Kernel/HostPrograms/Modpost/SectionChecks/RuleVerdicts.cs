namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Which rule forbids references to a section: asked for every reference, answered once a section.</summary>
internal sealed class RuleVerdicts(ModuleObject source, SectionRule[] rules)
{
    private const byte Unknown = 0, Allowed = 1, First = 2;
    private readonly Dictionary<uint, byte> verdicts = [];
    private uint last;
    private byte lastVerdict = Unknown;

    public SectionRule? RuleAgainst(uint section)
    {
        if (lastVerdict == Unknown || section != last)
        {
            if (!verdicts.TryGetValue(section, out lastVerdict))
                verdicts[section] = lastVerdict = Judge(source.SectionName(section));
            last = section;
        }
        return lastVerdict == Allowed ? null : rules[lastVerdict - First];
    }

    private byte Judge(ReadOnlySpan<byte> section)
    {
        // A symbol that is not in any section is none of this check's business.
        if (section.IsEmpty)
            return Allowed;
        for (int i = 0; i < rules.Length; i++)
        {
            if (rules[i].Forbids(section))
                return (byte)(First + i);
        }
        return Allowed;
    }
}
