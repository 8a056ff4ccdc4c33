namespace Oot.Kernel.Building;

/// <summary>
/// Why a directory that kbuild could build by itself must be built through its own makefile: because that adds something to kbuild's command line, or makes something
/// first. Targets for people (install, load, a tool beside the module) are no reason.
/// </summary>
internal static class WrapperNeed
{
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "O", "V", "W", "PWD", "KBUILD_VERBOSE", "INSTALL_MOD_PATH", "INSTALL_MOD_DIR", "INSTALL_MOD_STRIP", "SRCROOT", "KERNELRELEASE", "MODVERDIR",
    };

    private const string AnotherDirectory = "the makefile builds ";
    private static readonly string[] GeneratedSources = [".h", ".c", ".S", ".o_shipped", ".inc"];

    /// <summary>The reason as a half sentence; null when there is none.</summary>
    internal static string? Of(MakefileReading wrapper, MakefileReading inner)
    {
        // What kbuild's pass reads and does not define comes from the wrapper's environment.
        if (wrapper.Exported.Count > 0 && inner.ReadsForKbuild is var read
            && wrapper.Exported.FirstOrDefault(name => read.Contains(name) && inner.Definitions(name).Count == 0 && wrapper.Definitions(name).Count > 0) is string exported)
            return $"the makefile hands kbuild {exported}";
        foreach (MakefileRule rule in MakefileGoals.Reachable(wrapper, []))
        {
            KbuildCall[] calls = [.. KbuildCalls.Of(wrapper, rule)];
            foreach (KbuildCall call in calls)
            {
                if (BuildsAnotherDirectory(wrapper, call))
                    return AnotherDirectory + call.ModuleDirectory;
                foreach ((string name, string value) in call.Settings)
                {
                    // NAME=$(NAME) hands on what the person said; make does so without being told.
                    if (!Neutral.Contains(name) && !(value == $"$({name})" && wrapper.Definitions(name).Count == 0))
                        return $"the makefile gives kbuild {name}={value}";
                }
            }
            if (calls.Length == 0 && GeneratesSource(wrapper, rule))
                return $"the makefile makes {wrapper.Expand(rule.Targets).Replace(MakeExpression.ThisDirectory, '.')} first";
        }
        return null;
    }

    /// <summary>Whether nothing but another directory speaks for the makefile.</summary>
    internal static bool IsOnlyDirectory(MakefileReading wrapper, MakefileReading inner) => Of(wrapper, inner) is string reason && reason.StartsWith(AnotherDirectory, StringComparison.Ordinal);

    private static bool BuildsAnotherDirectory(MakefileReading wrapper, KbuildCall call)
    {
        if (call.ModuleDirectory is not string directory)
            return false;
        string value = wrapper.Expand(directory).Trim().TrimEnd('/');
        if (value == wrapper.Given.GetValueOrDefault("PWD") || value is "." or "")
            return false;
        // What is only partly known counts when it leads further: $(PWD)/src.
        return value != MakeExpression.ThisDirectory.ToString() && value[0] == MakeExpression.ThisDirectory && value.Contains('/');
    }

    private static bool GeneratesSource(MakefileReading wrapper, MakefileRule rule)
    {
        if (rule.Recipe.Count == 0)
            return false;
        return wrapper.Expand(rule.Targets + " " + string.Join(' ', rule.Recipe)).Split([' ', '\t', '"', '\'', ';', '>'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => word[0] != '-' && GeneratedSources.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
            && !rule.Recipe.All(IsHarmless);
    }

    private static bool IsHarmless(string line)
    {
        string command = line.TrimStart('@', '-', '+', ' ');
        return (command.StartsWith("echo", StringComparison.Ordinal) && !command.Contains('>')) || command.StartsWith("$(RM)", StringComparison.Ordinal) || command.StartsWith("rm ", StringComparison.Ordinal)
            // Programs for people are compiled with the C compiler, headers for the module are not.
            || command.StartsWith("$(CC)", StringComparison.Ordinal) || command.StartsWith("gcc ", StringComparison.Ordinal) || command.StartsWith("$(CXX)", StringComparison.Ordinal)
            || command.StartsWith("g++ ", StringComparison.Ordinal) || command.StartsWith("cc ", StringComparison.Ordinal);
    }
}
