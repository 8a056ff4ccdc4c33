using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>The names of a pattern rule's prerequisites for one target.</summary>
internal sealed class ImplicitPrerequisites(MakeState state)
{
    /// <summary>The prerequisites of a rule for a stem, second expansion included, one after the other as they are tried.</summary>
    public IEnumerable<(ImplicitTrial Trial, bool IsOwnName)> Names(FileNode file, ImplicitSubject subject, ImplicitCandidate candidate)
    {
        string stem = candidate.StemOf(subject), fullStem = candidate.FullStemOf(subject);
        bool variablesSet = false;
        foreach (Dependency dependency in candidate.Rule.Dependencies)
        {
            if (dependency.NeedsExpansion)
            {
                bool isOrderOnly = false;
                foreach (string word in ExpansionWords(dependency.Name))
                {
                    if (!isOrderOnly && word == "|")
                    {
                        isOrderOnly = true;
                        continue;
                    }
                    if (!variablesSet)
                    {
                        state.TargetVariables.Prepare(file, reading: false);
                        state.AutomaticVariables.Set(file, fullStem);
                        variablesSet = true;
                    }
                    else
                    {
                        state.TargetVariables.SetAutomatic(file, "*", fullStem);
                    }
                    bool hasStem = word.Contains('%');
                    string text = state.Expander.ExpandFor(file, hasStem ? Prerequisites.ReplacePercents(word, candidate.DropsDirectory ? "$(*F)" : "$*") : word);
                    string prefix = hasStem && candidate.DropsDirectory ? subject.Directory : "";
                    foreach (ImplicitTrial trial in SplitExpanded(text, prefix, isExplicit: !hasStem, isOrderOnly, dependency))
                        yield return (trial, false);
                    isOrderOnly |= text.Contains('|');
                }
                continue;
            }
            int percent = dependency.Name.IndexOf('%');
            string name = percent < 0
                ? dependency.Name
                : string.Concat(candidate.DropsDirectory ? subject.Directory : "", dependency.Name.AsSpan(0, percent), stem, dependency.Name.AsSpan(percent + 1));
            foreach (SequenceName found in state.Sequences.Parse(name, FileSequenceOptions.OneWord | FileSequenceOptions.Wait))
                yield return (new ImplicitTrial
                {
                    Name = found.Name,
                    IsOrderOnly = dependency.IsOrderOnly,
                    IsHidden = dependency.IsHidden,
                    WaitsHere = found.WaitsHere || dependency.WaitsHere,
                    IsExplicit = percent < 0,
                }, found.Name == dependency.Name);
        }
    }

    private IEnumerable<ImplicitTrial> SplitExpanded(string text, string prefix, bool isExplicit, bool isOrderOnly, Dependency dependency)
    {
        while (true)
        {
            List<SequenceName> names = state.Sequences.Parse(text, isOrderOnly ? "" : "|", prefix, FileSequenceOptions.Wait, out string remaining, out int end);
            foreach (SequenceName name in names)
                yield return new ImplicitTrial { Name = name.Name, IsOrderOnly = isOrderOnly, IsHidden = dependency.IsHidden, WaitsHere = name.WaitsHere, IsExplicit = isExplicit };
            if (end >= remaining.Length)
                yield break;
            isOrderOnly = true;
            text = remaining[(end + 1)..];
        }
    }

    /// <summary>The words of a text to be expanded: references belong to their word whole; a <c>|</c> ends a word and belongs to it.</summary>
    private static IEnumerable<string> ExpansionWords(string text)
    {
        int at = 0;
        while ((at = Characters.NextToken(text, at)) < text.Length)
        {
            int start = at;
            while (at < text.Length && !Characters.IsBlank(text[at]) && text[at] != '|')
                at = text[at] == '$' ? Quoting.EndOfReference(text, at) : at + 1;
            if (at < text.Length && text[at] == '|')
                at++;
            yield return text[start..at];
        }
    }
}
