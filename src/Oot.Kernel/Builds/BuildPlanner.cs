using Oot.Core;

namespace Oot.Kernel.Builds;

/// <summary>
/// Finds out how a directory wants to be built for a kernel, from the text of its makefiles alone: nothing is run. A directory that tells kbuild its objects is
/// built by kbuild directly; any other, or one whose makefile adds something, through its makefile with the variables that it really reads.
/// </summary>
public sealed class BuildPlanner(IDisk disk)
{
    /// <summary>The plan, or what is wrong with the directory.</summary>
    /// <param name="directory">Absolute, without a slash at its end.</param>
    /// <param name="kernel">The kernel to build for.</param>
    /// <param name="settings">What the person sets, <c>NAME</c> to value; it is never overruled.</param>
    /// <param name="targets">What the person asks for; empty means the modules.</param>
    public Result<BuildPlan> Plan(string directory, TargetKernel kernel, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> targets)
    {
        if (directory.AsSpan().IndexOfAny(' ', '\t', ':') >= 0)
            return BuildDiagnostics.PathKbuildCannotTake(directory);
        string? makefile = DriverMakefiles.OfMake(disk, directory);
        string? kbuildFile = DriverMakefiles.OfKbuild(disk, directory);
        if (makefile is null && kbuildFile is null)
            return NoMakefile(directory);
        MakefileReading? inner = null, wrapper = null;
        if (kbuildFile is not null && Read(directory, kbuildFile, MakefilePass.Kbuild, settings, out inner) is Diagnostic unreadable)
            return unreadable;
        if (makefile is not null && Read(directory, makefile, MakefilePass.Wrapper, settings, out wrapper) is Diagnostic unreadableToo)
            return unreadableToo;

        bool objects = inner is { DefinesObjects: true };
        IReadOnlyList<string> goals = [.. targets.Where(target => !IsKbuildTarget(target))];
        string? need = !objects || wrapper is null ? null
            : goals.FirstOrDefault(goal => MakefileGoals.HasTarget(wrapper, goal)) is string own ? $"{own} is a target of its makefile"
            : WrapperNeed.Of(wrapper, inner!, []);
        if (objects && need is null)
            return Directly(directory, kernel, inner!, kbuildFile!);
        if (wrapper is null)
            return BuildDiagnostics.NothingToBuild(directory);
        Result<BuildPlan> plan = ThroughMakefile(directory, makefile!, kernel, settings, targets, need ?? "its makefile calls kbuild");
        // A makefile that cannot be led to this kernel is no loss where it only chooses the directory.
        return plan.Error is not null && objects && WrapperNeed.IsOnlyDirectory(wrapper, inner!) ? Directly(directory, kernel, inner!, kbuildFile!) : plan;
    }

    private BuildPlan Directly(string directory, TargetKernel kernel, MakefileReading inner, string file)
    {
        // A variable for the kernel matters to kbuild's pass only where a flag, a test or an include comes from it.
        HashSet<string> evaluated = inner.ReadsForKbuild;
        var variables = KernelVariables.In(inner).Where(pair => pair.Key != "KERNELRELEASE" && evaluated.Contains(pair.Key));
        return new BuildPlan(BuildMethod.Kbuild, directory, kernel, Values(variables, kernel), $"{file} names its objects", OldFlags(directory, inner));
    }

    private Result<BuildPlan> ThroughMakefile(
        string directory, string makefile, TargetKernel kernel, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> targets, string reason)
    {
        var places = new List<(string Directory, string File)> { (directory, makefile) };
        foreach (string below in DriverMakefiles.Below(disk, directory))
        {
            if (DriverMakefiles.OfMake(disk, below) is string file)
                places.Add((below, file));
        }
        var roles = new SortedDictionary<string, KernelVariableRole>(StringComparer.Ordinal);
        bool callsKbuild = false;
        bool markedRelease = false;
        foreach ((string place, string file) in places)
        {
            // A makefile in a sub-directory that cannot be read is make's business, when it comes to it.
            if (Read(place, file, MakefilePass.Wrapper, settings, out MakefileReading reading) is not null)
                continue;
            callsKbuild |= KbuildCalls.All(reading).Any();
            markedRelease |= reading.Tested.Contains("KERNELRELEASE");
            foreach ((string name, KernelVariableRole role) in KernelVariables.In(reading))
                roles.TryAdd(name, role);
        }
        if (markedRelease)
            roles.Remove("KERNELRELEASE");
        foreach (string name in settings.Keys)
            roles.Remove(name);
        if (!callsKbuild && roles.Count == 0)
            return BuildDiagnostics.NothingToBuild(directory);
        IReadOnlyList<KeyValuePair<string, string>> variables = Values(roles, kernel);
        var given = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        foreach ((string name, string value) in variables)
            given[name] = value;
        foreach ((string place, string file) in places)
        {
            if (Read(place, file, MakefilePass.Wrapper, given, out MakefileReading reading) is null
                && OtherKernel(reading, kernel, place == directory ? targets : []) is string other)
                return BuildDiagnostics.NamesAnotherKernel($"{place}/{file}", other, kernel);
        }
        return new BuildPlan(BuildMethod.Makefile, directory, kernel, variables, reason, OldFlags(directory, null));
    }

    /// <summary>The kernel directory that a reachable call of kbuild ends in although the variables are given; null when each is the right one or cannot be told.</summary>
    private string? OtherKernel(MakefileReading reading, TargetKernel kernel, IReadOnlyList<string> targets)
    {
        foreach (MakefileRule rule in MakefileGoals.Reachable(reading, targets))
        {
            foreach (KbuildCall call in KbuildCalls.Of(reading, rule))
            {
                // uname answers the target's release while a makefile runs.
                string directory = reading.Expand(call.KernelDirectory).Replace(MakeExpression.RunningRelease.ToString(), kernel.Release, StringComparison.Ordinal);
                if (directory.Length == 0 || directory[0] != '/' || directory.AsSpan().IndexOfAny(MakeExpression.Unknown, MakeExpression.ThisDirectory) >= 0)
                    continue;
                if (directory.TrimEnd('/') != kernel.Directory && (disk.RealPath(directory, out string real) != 0 || real != kernel.RealDirectory))
                    return directory;
            }
        }
        return null;
    }

    private Diagnostic? Read(string directory, string file, MakefilePass pass, IReadOnlyDictionary<string, string> given, out MakefileReading reading)
    {
        int errno = MakefileReading.Read(disk, directory, file, pass, given, out reading);
        return errno == 0 ? null : BuildDiagnostics.UnreadableMakefile($"{directory}/{file}", Errno.Message(errno));
    }

    private Diagnostic NoMakefile(string directory)
    {
        string? configure = new[] { "configure", "autogen.sh", "bootstrap" }.FirstOrDefault(name => disk.Stat($"{directory}/{name}", out FileStatus status) == 0 && status.IsRegular);
        string? elsewhere = DriverMakefiles.Below(disk, directory).FirstOrDefault(place =>
            DriverMakefiles.OfKbuild(disk, place) is string file && Read(place, file, MakefilePass.Kbuild, Nothing, out MakefileReading reading) is null && reading.DefinesObjects);
        return BuildDiagnostics.NoMakefile(directory, elsewhere, configure);
    }

    private List<string> OldFlags(string directory, MakefileReading? inner)
    {
        var names = new List<string>(inner is null ? [] : OldFlagVariables.In(inner.Assignments));
        foreach (string place in (string[])[directory, .. DriverMakefiles.Below(disk, directory)])
        {
            if (DriverMakefiles.OfKbuild(disk, place) is string file && Read(place, file, MakefilePass.Kbuild, Nothing, out MakefileReading reading) is null && reading.DefinesObjects)
                names.AddRange(OldFlagVariables.In(reading.Assignments));
        }
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static IReadOnlyList<KeyValuePair<string, string>> Values(IEnumerable<KeyValuePair<string, KernelVariableRole>> roles, TargetKernel kernel) =>
        [.. roles.Select(pair => KeyValuePair.Create(pair.Key, pair.Value == KernelVariableRole.Tree ? kernel.Directory : kernel.Release))];

    /// <summary>What kbuild offers for a module directory (kernel 6.12, Documentation/kbuild/modules.rst, and single files).</summary>
    private static bool IsKbuildTarget(string target) =>
        target is "modules" or "modules_install" or "modules_sign" or "clean" or "help" or "nsdeps" or "compile_commands.json" or "all"
        || target.EndsWith('/') || target.LastIndexOf('.') is var dot and > 0 && target[dot..] is ".o" or ".ko" or ".i" or ".s" or ".lst" or ".ll" or ".mod" or ".symtypes" or ".dtb";
}
