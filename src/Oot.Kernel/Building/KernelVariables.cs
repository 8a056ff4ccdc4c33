namespace Oot.Kernel.Building;

/// <summary>
/// Tells which of a makefile's variables lead it to the kernel. What the makefile does with a variable decides; the usual names only speak
/// for variables that it reads and does not define.
/// </summary>
internal static class KernelVariables
{
    private static readonly HashSet<string> TreeNames = new(StringComparer.Ordinal)
    {
        "KDIR", "KERNELDIR", "KERNEL_DIR", "KERNEL_SRC", "KERNELSRC", "KSRC", "KSRC_DIR", "KERNEL_SOURCE", "KERNEL_SOURCE_DIR", "KERNEL_TREE", "KERN_DIR", "KERNDIR",
        "KBUILD", "KBUILD_DIR", "KERNEL_PATH", "KERNELPATH", "KPATH", "KERNEL_BUILD", "KERNEL_BUILD_DIR", "KERNEL_HEADERS", "LINUX_SRC", "LINUXSRC", "LINUX_DIR", "SYSSRC", "KLIB_BUILD",
    };

    private static readonly HashSet<string> ReleaseNames = new(StringComparer.Ordinal)
    {
        "KVER", "KVERS", "KVERSION", "KERNELVER", "KERNELVERSION", "KERNEL_VERSION", "KERNEL_VER", "KERNEL_RELEASE", "KRELEASE", "KREL", "KERNEL_SOURCE_VERSION", "KERNEL_UNAME",
        "BUILD_KERNEL", "TARGET_KERNEL", "KERNELRELEASE",
    };

    /// <summary>
    /// The variables to give on the command line of one makefile, in the order of their names. <c>KERNELRELEASE</c> and any other variable by
    /// which the file tells kbuild's pass from its own are left alone, as is what the file overrides.
    /// </summary>
    internal static SortedDictionary<string, KernelVariableRole> In(MakefileReading reading)
    {
        var roles = new SortedDictionary<string, KernelVariableRole>(StringComparer.Ordinal);
        HashSet<string> afterMinusC = VariablesAfterMinusC(reading);
        HashSet<string> asRelease = VariablesUsedAsRelease(reading);
        foreach (string name in reading.References)
        {
            if (name == "KERNELRELEASE" ? reading.Tested.Contains(name) : reading.PassMarkers.Contains(name))
                continue;
            MakefileAssignment[] definitions = [.. reading.Definitions(name)];
            if (definitions.Any(definition => definition.IsOverride))
                continue;
            KernelVariableRole role = Role(reading, name, definitions, afterMinusC.Contains(name), asRelease.Contains(name));
            if (role != KernelVariableRole.None)
                roles[name] = role;
        }
        return roles;
    }

    private static KernelVariableRole Role(MakefileReading reading, string name, MakefileAssignment[] definitions, bool isAfterMinusC, bool isUsedAsRelease)
    {
        string[] values = [.. definitions.Select(definition => reading.Expand(definition.Value).Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
        // Given on the command line, the value that the file would choose can no longer be seen: the name then still speaks.
        if (values.Any(IsModulesPath) || (values.Any(IsSourcePath) && (isAfterMinusC || TreeNames.Contains(name))))
            return KernelVariableRole.Tree;
        if (values.Length > 0 && values.All(value => value == MakeExpression.RunningRelease.ToString()))
            return KernelVariableRole.Release;
        if (isAfterMinusC && !values.Any(value => value.Contains(MakeExpression.ThisDirectory)) && (values.Length == 0 || values.Any(value => value[0] is '/' or MakeExpression.Unknown)))
            return KernelVariableRole.Tree;
        if (values.Length > 0)
            return values.Any(value => value.Contains(MakeExpression.Unknown)) && definitions.Any(definition => definition.Value.Contains("uname -r", StringComparison.Ordinal))
                && isUsedAsRelease ? KernelVariableRole.Release : KernelVariableRole.None;
        if (isUsedAsRelease)
            return KernelVariableRole.Release;
        if (TreeNames.Contains(name))
            return KernelVariableRole.Tree;
        // Nobody but kbuild's own pass can mean KERNELRELEASE when the file does not say where it comes from.
        return ReleaseNames.Contains(name) && name != "KERNELRELEASE" ? KernelVariableRole.Release : KernelVariableRole.None;
    }

    /// <summary><c>/lib/modules/…/build</c>, <c>…/source</c>.</summary>
    private static bool IsModulesPath(string value)
    {
        string path = value.Trim('"', '\'').TrimEnd('/');
        return path.Contains("/lib/modules/", StringComparison.Ordinal) && (path.EndsWith("/build", StringComparison.Ordinal) || path.EndsWith("/source", StringComparison.Ordinal));
    }

    /// <summary><c>/usr/src/linux…</c>, <c>/usr/src/kernels/…</c>.</summary>
    private static bool IsSourcePath(string value) =>
        value.StartsWith("/usr/src/linux", StringComparison.Ordinal) || value.StartsWith("/usr/src/kernels/", StringComparison.Ordinal);

    /// <summary>Variables that are the whole of what stands after <c>-C</c> in a call of kbuild.</summary>
    private static HashSet<string> VariablesAfterMinusC(MakefileReading reading)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (KbuildCall call in KbuildCalls.All(reading))
        {
            string word = call.KernelDirectory.TrimEnd('/');
            if (word.Length > 3 && word[0] == '$' && word[1] is '(' or '{' && MakeExpression.ClosingOf(word, 1) == word.Length - 1 && !word.AsSpan(2).Contains('$'))
                names.Add(word[2..^1]);
        }
        return names;
    }

    /// <summary>Variables that stand for a release in <c>/lib/modules/$(X)</c>.</summary>
    private static HashSet<string> VariablesUsedAsRelease(MakefileReading reading)
    {
        const string Place = "/lib/modules/$";
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string text in reading.Assignments.Select(assignment => assignment.Value).Concat(reading.Rules.SelectMany(rule => rule.Recipe)))
        {
            for (int at = text.IndexOf(Place, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Place, at + 1, StringComparison.Ordinal))
            {
                int open = at + Place.Length;
                if (open < text.Length && text[open] is '(' or '{' && MakeExpression.ClosingOf(text, open) is var close and > 0 && text[(open + 1)..close].All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                    names.Add(text[(open + 1)..close]);
            }
        }
        return names;
    }
}
