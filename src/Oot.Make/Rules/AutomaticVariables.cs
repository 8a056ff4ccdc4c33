using Oot.Make.Evaluation;

namespace Oot.Make.Rules;

/// <summary>Sets <c>$@ $% $&lt; $* $^ $+ $? $|</c> of a target.</summary>
internal sealed class AutomaticVariables(MakeState state)
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, Dependency> _first = new(StringComparer.Ordinal);

    /// <summary>Sets them all. A null <paramref name="stem"/> makes <c>$*</c> the name without a known suffix, and remembers it.</summary>
    public void Set(FileNode file, string? stem)
    {
        bool isMember = state.Archives.TryParse(file.Name, out ArchiveName archive);
        string target = isMember ? archive.Archive : file.Name;
        Set(file, "<", First(file, target));
        Set(file, "*", stem ?? (file.Stem = StemBySuffix(isMember ? archive.Member : file.Name)));
        Set(file, "@", target);
        Set(file, "%", isMember ? archive.Member : "");
        SetLists(file);
    }

    private void Set(FileNode file, string name, string value) => state.TargetVariables.SetAutomatic(file, name, value);

    private void Set(FileNode file, string name, NameList value) => state.TargetVariables.SetAutomatic(file, name, value);

    private string StemBySuffix(string name)
    {
        // Looking the suffixes up enters them anew, so they count as a makefile's from now on.
        state.SuffixFile.IsBuiltin = false;
        foreach (Dependency suffix in state.SuffixFile.Dependencies)
            if (name.Length > suffix.Name.Length && name.EndsWith(suffix.Name, StringComparison.Ordinal))
                return name[..^suffix.Name.Length];
        return "";
    }

    private string First(FileNode file, string target)
    {
        // A recipe from .DEFAULT has the target itself as its source.
        if (file.Recipe is not null && file.Recipe == state.DefaultFile.Recipe)
            return target;
        foreach (Dependency dependency in file.Dependencies)
            if (!dependency.IsOrderOnly && !dependency.IsHidden && !dependency.NeedsExpansion)
                return dependency.Name;
        return "";
    }

    private void SetLists(FileNode file)
    {
        _first.Clear();
        NameList? all = null;
        foreach (Dependency dependency in file.Dependencies)
        {
            if (dependency.NeedsExpansion || dependency.IsHidden || _first.TryAdd(dependency.Name, dependency))
                continue;
            all ??= List(file, other => !other.IsOrderOnly);
            // Named both ways, it is an ordinary prerequisite.
            Dependency first = _first[dependency.Name];
            if (first.IsOrderOnly != dependency.IsOrderOnly)
                first.IsOrderOnly = dependency.IsOrderOnly = false;
        }
        NameList distinct = List(file, dependency => !dependency.IsOrderOnly && IsFirst(dependency));
        // Thousands of headers, as a rule each named once: one list serves both, and few ask for its text.
        Set(file, "+", all ?? distinct);
        Set(file, "^", distinct);
        Set(file, "?", List(file, dependency => !dependency.IsOrderOnly && (dependency.Changed || state.AlwaysMake) && IsFirst(dependency)));
        Set(file, "|", List(file, dependency => dependency.IsOrderOnly && IsFirst(dependency)));
    }

    private bool IsFirst(Dependency dependency) => _first[dependency.Name] == dependency;

    private NameList List(FileNode file, Predicate<Dependency> belongs)
    {
        _names.Clear();
        foreach (Dependency dependency in file.Dependencies)
            if (!dependency.NeedsExpansion && !dependency.IsHidden && belongs(dependency))
                _names.Add(state.Archives.TryParse(dependency.Name, out ArchiveName archive) ? archive.Member : dependency.Name);
        return new NameList([.. _names]);
    }
}
