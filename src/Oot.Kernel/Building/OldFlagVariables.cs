using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Building;

/// <summary>
/// Variables by which module makefiles once added flags. Which kernel still reads them is asked of its own makefiles, because stable and vendor kernels
/// differ from their version number.
/// </summary>
internal static class OldFlagVariables
{
    private static readonly KeyValuePair<string, string>[] Replacements =
    [
        new("EXTRA_CFLAGS", "ccflags-y"),
        new("EXTRA_AFLAGS", "asflags-y"),
        new("EXTRA_LDFLAGS", "ldflags-y"),
        new("EXTRA_CPPFLAGS", "ccflags-y"),
    ];

    internal static string Replacement(string variable) => Replacements.First(pair => pair.Key == variable).Value;

    /// <summary>Those that the given assignments set to something.</summary>
    internal static IEnumerable<string> In(IEnumerable<MakefileAssignment> assignments) =>
        Named(assignments.Where(assignment => assignment.Value.Length > 0).Select(assignment => assignment.Name));

    /// <summary>Those among some names.</summary>
    internal static IEnumerable<string> Named(IEnumerable<string> names) => names.Where(name => Replacements.Any(pair => pair.Key == name));

    /// <summary>Those of <paramref name="variables"/> of which a tree's makefiles have no trace. None when they cannot be read: a warning must be right.</summary>
    internal static IReadOnlyList<string> IgnoredBy(IDisk disk, KernelTree tree, IReadOnlyList<string> variables)
    {
        if (variables.Count == 0)
            return [];
        string scripts = tree.RealPath + "/scripts";
        if (disk.List(scripts, out IReadOnlyList<string> names) != 0 && disk.List(scripts = tree.SourcePath + "/scripts", out names) != 0)
            return [];
        var ignored = new List<string>(variables);
        bool any = false;
        foreach (string name in names.Where(name => name.StartsWith("Makefile.", StringComparison.Ordinal) || name == "Kbuild.include"))
        {
            if (disk.Read($"{scripts}/{name}", out string text) != 0)
                continue;
            any = true;
            ignored.RemoveAll(variable => text.Contains(variable, StringComparison.Ordinal));
        }
        return any ? ignored : [];
    }
}
