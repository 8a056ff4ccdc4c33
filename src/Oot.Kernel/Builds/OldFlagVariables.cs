using Oot.Core;

namespace Oot.Kernel.Builds;

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
    internal static IEnumerable<string> In(IEnumerable<MakefileAssignment> assignments) => assignments
        .Where(assignment => assignment.Value.Length > 0 && Replacements.Any(pair => pair.Key == assignment.Name)).Select(assignment => assignment.Name);

    /// <summary>Those of <paramref name="variables"/> of which the makefiles in a tree's <c>scripts</c> have no trace.</summary>
    internal static IReadOnlyList<string> IgnoredBy(IDisk disk, string tree, IReadOnlyList<string> variables)
    {
        var ignored = new List<string>(variables);
        if (ignored.Count == 0 || disk.List(tree + "/scripts", out IReadOnlyList<string> names) != 0)
            return [];
        foreach (string name in names.Where(name => name.StartsWith("Makefile.", StringComparison.Ordinal) || name == "Kbuild.include"))
        {
            if (disk.Read($"{tree}/scripts/{name}", out string text) == 0)
                ignored.RemoveAll(variable => text.Contains(variable, StringComparison.Ordinal));
        }
        return ignored;
    }
}
