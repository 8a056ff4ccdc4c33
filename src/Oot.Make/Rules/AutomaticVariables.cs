using System.Text;
using Oot.Make.Evaluation;

namespace Oot.Make.Rules;

/// <summary>Sets <c>$@ $% $&lt; $* $^ $+ $? $|</c> of a target.</summary>
internal sealed class AutomaticVariables(MakeState state)
{
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
        StringBuilder all = new(), distinct = new(), newer = new(), orderOnly = new();
        var seen = new Dictionary<string, Dependency>(StringComparer.Ordinal);
        foreach (Dependency dependency in file.Dependencies)
        {
            if (dependency.NeedsExpansion || dependency.IsHidden)
                continue;
            if (!dependency.IsOrderOnly)
                Append(all, dependency.Name);
            // Named both ways, it is an ordinary prerequisite.
            if (!seen.TryAdd(dependency.Name, dependency) && seen[dependency.Name] is var first && first.IsOrderOnly != dependency.IsOrderOnly)
                first.IsOrderOnly = dependency.IsOrderOnly = false;
        }
        foreach (Dependency dependency in file.Dependencies)
        {
            if (dependency.NeedsExpansion || dependency.IsHidden || seen[dependency.Name] != dependency)
                continue;
            if (dependency.IsOrderOnly)
            {
                Append(orderOnly, dependency.Name);
                continue;
            }
            Append(distinct, dependency.Name);
            if (dependency.Changed || state.AlwaysMake)
                Append(newer, dependency.Name);
        }
        Set(file, "+", all.ToString());
        Set(file, "^", distinct.ToString());
        Set(file, "?", newer.ToString());
        Set(file, "|", orderOnly.ToString());
    }

    private void Append(StringBuilder list, string name)
    {
        if (list.Length > 0)
            list.Append(' ');
        list.Append(state.Archives.TryParse(name, out ArchiveName archive) ? archive.Member : name);
    }
}
