namespace Oot.Make.Rules;

/// <summary>A pattern rule that matches a name, and how.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Target">That of its targets which matches.</param>
/// <param name="StemLength">How much of the name the <c>%</c> stands for.</param>
/// <param name="DropsDirectory">The pattern has no slash, so the name's directory was set aside.</param>
internal sealed record ImplicitCandidate(PatternRule Rule, TargetPattern Target, int StemLength, bool DropsDirectory)
{
    /// <summary>What the <c>%</c> stands for.</summary>
    public string StemOf(ImplicitSubject subject) =>
        subject.Name.Substring(Target.Percent + (DropsDirectory ? subject.DirectoryLength : 0), StemLength);

    /// <summary>The same with the directory that was set aside: the value of <c>$*</c>.</summary>
    public string FullStemOf(ImplicitSubject subject) => DropsDirectory ? subject.Directory + StemOf(subject) : StemOf(subject);
}
