namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Judges references that break a rule and reports those that nothing excuses.</summary>
internal interface IMismatchCheck
{
    /// <summary>Sees every entry of a section's relocations before it is judged.</summary>
    void See(ulong index, RelocationReader relocations, ReadOnlySpan<byte> fromSection);

    void Check(Reference reference, ReadOnlySpan<byte> fromSection);
}
