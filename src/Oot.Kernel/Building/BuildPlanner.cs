using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Building;

/// <summary>
/// Finds out how a directory wants to be built for a kernel, from the text of its makefiles alone: nothing is run. Where kbuild's own file says all, kbuild is called; where the
/// driver's makefile adds something of its own, that makefile is run, steered by the variables that it reads, so that no <c>$(shell uname -r)</c> in it builds for the
/// running kernel instead.
/// </summary>
public sealed class BuildPlanner(IDisk disk)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Plans a build, or a <c>clean</c>.</summary>
    /// <param name="directory">The module's directory, absolute.</param>
    /// <param name="tree">The kernel.</param>
    /// <param name="variables">The user's <c>NAME=VALUE</c> words; they are never overruled.</param>
    /// <param name="targets">The user's targets; empty means the default.</param>
    public Result<BuildPlan> Plan(string directory, KernelTree tree, IReadOnlyList<string> variables, IReadOnlyList<string> targets)
    {
        if (Refusal(directory) is Diagnostic refusal)
            return refusal;
        if (PathCharacters.Refused(disk, tree, directory) is char impossible)
            return KernelDiagnostics.ImpossiblePath(directory, impossible);
        var question = new Question(directory, tree, variables, Settings(variables), targets);
        MakefileReading? inner = null, wrapper = null;
        if (DriverMakefiles.OfKbuild(disk, directory) is string kbuildFile && Read(directory, kbuildFile, MakefilePass.Kbuild, question.Settings, out inner) is Diagnostic unreadable)
            return unreadable;
        if (DriverMakefiles.OfMake(disk, directory) is string makefile && Read(directory, makefile, MakefilePass.Wrapper, question.Settings, out wrapper) is Diagnostic unreadableToo)
            return unreadableToo;
        if (inner is { DefinesObjects: true })
        {
            string? need = wrapper is null ? null
                : targets.FirstOrDefault(target => !IsKbuildTarget(target) && MakefileGoals.HasTarget(wrapper, target)) is string own ? $"the target {own} is the makefile's own"
                : WrapperNeed.Of(wrapper, inner);
            if (need is null)
                return Directly(question, inner);
            Result<BuildPlan> plan = ThroughMakefile(question, wrapper!, need);
            // A makefile that cannot be led to this kernel is no loss where it only chooses the directory.
            return plan.Error is not null && WrapperNeed.IsOnlyDirectory(wrapper!, inner) ? Directly(question, inner) : plan;
        }
        return wrapper is null ? Directly(question, inner!) : ThroughMakefile(question, wrapper, "the makefile has no obj-m of its own");
    }

    /// <summary>Why a directory cannot be built in at all; null when it can.</summary>
    public Diagnostic? Refusal(string directory)
    {
        if (PathCharacters.Refused(directory) is char impossible)
            return KernelDiagnostics.ImpossiblePath(directory, impossible);
        int errno = disk.Stat(directory, out FileStatus status);
        if (errno == 0 && !status.IsDirectory)
            errno = Errno.NotDirectory;
        if (errno == 0)
            errno = disk.List(directory, out _);
        if (errno != 0)
            return KernelDiagnostics.UnreadableDirectory(directory, Errno.Message(errno));
        if (KernelTreeReader.IsTree(disk, directory + "/"))
            return KernelDiagnostics.DirectoryIsKernel(directory);
        if ((DriverMakefiles.OfKbuild(disk, directory) ?? DriverMakefiles.OfMake(disk, directory)) is not string file)
            return NoMakefile(directory);
        errno = disk.Read($"{directory}/{file}", out _);
        return errno == 0 ? null : KernelDiagnostics.UnreadableMakefile($"{directory}/{file}", Errno.Message(errno));
    }

    private BuildPlan Directly(Question question, MakefileReading inner)
    {
        // A variable for the kernel matters to kbuild's pass only where a flag, a test or an include comes from it.
        HashSet<string> read = inner.ReadsForKbuild;
        IEnumerable<string> steering = Words(KernelVariables.In(inner).Where(pair => pair.Key != "KERNELRELEASE" && read.Contains(pair.Key) && !question.Settings.ContainsKey(pair.Key)), question.Tree);
        List<MakefileReading> kbuildFiles = KbuildFiles(question.Directory);
        string[] words =
            ["-C", question.Tree.RealPath, "M=" + question.Directory, .. steering, .. question.Variables, .. question.Targets.Count == 0 ? ["modules"] : question.Targets];
        return new BuildPlan(BuildWay.Kbuild, words, question.Directory, kbuildFiles.Any(file => file.AsksUnameForKbuild), IgnoredFlags(question, kbuildFiles), $"{question.Directory}/{DriverMakefiles.OfKbuild(disk, question.Directory)} has what kbuild needs");
    }

    private Result<BuildPlan> ThroughMakefile(Question question, MakefileReading wrapper, string reason)
    {
        List<(string Directory, string File)> places = MakefilesOfTheBuild(question.Directory);
        var roles = new SortedDictionary<string, KernelVariableRole>(StringComparer.Ordinal);
        bool testsRelease = false;
        foreach ((string place, string file) in places)
        {
            // A makefile in a sub-directory that cannot be read is make's business, when it comes to it.
            if (Read(place, file, MakefilePass.Wrapper, question.Settings, out MakefileReading reading) is not null)
                continue;
            testsRelease |= reading.Tested.Contains("KERNELRELEASE");
            foreach ((string name, KernelVariableRole role) in KernelVariables.In(reading))
                roles.TryAdd(name, role);
        }
        if (testsRelease)
            roles.Remove("KERNELRELEASE");
        string[] steering = [.. Words(roles.Where(pair => !question.Settings.ContainsKey(pair.Key)), question.Tree)];
        if (Misled(question, places, [.. steering, .. question.Variables]) is string makefile)
            return KernelDiagnostics.CannotSteer(makefile, question.Tree.Release);
        return new BuildPlan(BuildWay.Wrapper, [.. steering, .. question.Variables, .. question.Targets], question.Directory, true,
            IgnoredFlags(question, KbuildFiles(question.Directory).Append(wrapper)), reason, DriverMakefiles.OfMake(disk, question.Directory));
    }

    /// <summary>The makefile whose reachable call of kbuild ends in another kernel although the variables are given; null when there is none.</summary>
    private string? Misled(Question question, List<(string Directory, string File)> places, IReadOnlyList<string> words)
    {
        Dictionary<string, string> given = Settings(words);
        foreach ((string place, string file) in places)
        {
            if (Read(place, file, MakefilePass.Wrapper, given, out MakefileReading reading) is null
                && MakefileGoals.Reachable(reading, place == question.Directory ? question.Targets : []).SelectMany(rule => KbuildCalls.Of(reading, rule))
                    .Any(call => EndsElsewhere(reading.Expand(call.KernelDirectory), question.Tree)))
                return $"{place}/{file}";
        }
        return null;
    }

    private bool EndsElsewhere(string directory, KernelTree tree)
    {
        if (!directory.Contains(MakeExpression.RunningRelease) && !directory.StartsWith("/lib/modules/", StringComparison.Ordinal))
            return false;
        // uname answers the target's release while a makefile runs.
        string path = directory.Replace(MakeExpression.RunningRelease.ToString(), tree.Release, StringComparison.Ordinal);
        return path.AsSpan().IndexOfAny(MakeExpression.Unknown, MakeExpression.ThisDirectory) < 0
            && path != tree.Path && path != tree.RealPath && (disk.RealPath(path, out string real) != 0 || real != tree.RealPath);
    }

    private List<(string Directory, string File)> MakefilesOfTheBuild(string directory)
    {
        var places = new List<(string, string)>();
        foreach (string place in (string[])[directory, .. DriverMakefiles.Below(disk, directory)])
        {
            if (DriverMakefiles.OfMake(disk, place) is string file)
                places.Add((place, file));
        }
        return places;
    }

    /// <summary>What kbuild would read in a directory and below it.</summary>
    private List<MakefileReading> KbuildFiles(string directory)
    {
        var files = new List<MakefileReading>();
        foreach (string place in (string[])[directory, .. DriverMakefiles.Below(disk, directory)])
        {
            if (DriverMakefiles.OfKbuild(disk, place) is string file && Read(place, file, MakefilePass.Kbuild, Nothing, out MakefileReading reading) is null && (place == directory || reading.DefinesObjects))
                files.Add(reading);
        }
        return files;
    }

    private Diagnostic[] IgnoredFlags(Question question, IEnumerable<MakefileReading> files)
    {
        string[] set = [.. files.SelectMany(file => OldFlagVariables.In(file.Assignments)).Concat(OldFlagVariables.Named(question.Settings.Keys)).Distinct(StringComparer.Ordinal)];
        return [.. OldFlagVariables.IgnoredBy(disk, question.Tree, set)
            .Select(name => KernelDiagnostics.IgnoredVariable(name, OldFlagVariables.Replacement(name), question.Tree.Release))];
    }

    private Diagnostic? Read(string directory, string file, MakefilePass pass, IReadOnlyDictionary<string, string> given, out MakefileReading reading)
    {
        int errno = MakefileReading.Read(disk, directory, file, pass, given, out reading);
        return errno == 0 ? null : KernelDiagnostics.UnreadableMakefile($"{directory}/{file}", Errno.Message(errno));
    }

    private Diagnostic NoMakefile(string directory)
    {
        string? configure = new[] { "configure", "autogen.sh", "bootstrap" }.FirstOrDefault(name => disk.Stat($"{directory}/{name}", out FileStatus status) == 0 && status.IsRegular);
        string? elsewhere = DriverMakefiles.Below(disk, directory).FirstOrDefault(place =>
            DriverMakefiles.OfKbuild(disk, place) is string file && Read(place, file, MakefilePass.Kbuild, Nothing, out MakefileReading reading) is null && reading.DefinesObjects);
        return KernelDiagnostics.NoMakefile(directory, elsewhere ?? DriverMakefiles.Below(disk, directory).FirstOrDefault(), configure);
    }

    private static Dictionary<string, string> Settings(IReadOnlyList<string> words)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string word in words)
        {
            int equals = word.IndexOf('=');
            if (equals > 0)
                settings[word[..equals].TrimEnd(':', '+', '?', '!')] = word[(equals + 1)..];
        }
        return settings;
    }

    private static IEnumerable<string> Words(IEnumerable<KeyValuePair<string, KernelVariableRole>> roles, KernelTree tree) =>
        roles.Select(pair => $"{pair.Key}={(pair.Value == KernelVariableRole.Tree ? tree.RealPath : tree.Release)}");

    /// <summary>What kbuild offers for a module directory (kernel 6.12, Documentation/kbuild/modules.rst, and single files).</summary>
    private static bool IsKbuildTarget(string target) =>
        target is "modules" or "modules_install" or "modules_sign" or "clean" or "help" or "nsdeps" or "compile_commands.json" or "all" or "default" || target.EndsWith('/')
        || target.LastIndexOf('.') is > 0 and var dot && target[dot..] is ".o" or ".ko" or ".i" or ".s" or ".lst" or ".ll" or ".mod" or ".symtypes" or ".rsi";

    /// <summary>What is asked: the arguments of <see cref="Plan"/>, and the user's settings by name.</summary>
    private readonly record struct Question(
        string Directory, KernelTree Tree, IReadOnlyList<string> Variables, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<string> Targets);
}
