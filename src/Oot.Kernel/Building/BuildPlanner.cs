using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Building;

/// <summary>
/// Finds out how a directory wants to be built. Where kbuild's own file says all, kbuild is called; where the driver's makefile adds something of its own, that makefile is run, steered by the
/// variables that it reads, so that no <c>$(shell uname -r)</c> in it builds for the running kernel instead.
/// </summary>
public sealed class BuildPlanner(IDisk disk)
{
    private static readonly string[] MakeNames = ["GNUmakefile", "makefile", "Makefile"];

    /// <summary>Plans a build, or a <c>clean</c>.</summary>
    /// <param name="directory">The module's directory, absolute.</param>
    /// <param name="tree">The kernel.</param>
    /// <param name="variables">The user's <c>NAME=VALUE</c> words.</param>
    /// <param name="targets">The user's targets; empty means the default.</param>
    public Result<BuildPlan> Plan(string directory, KernelTree tree, IReadOnlyList<string> variables, IReadOnlyList<string> targets)
    {
        if (Refusal(directory) is Diagnostic refusal)
            return refusal;
        string? kbuildFile = First(directory, ["Kbuild", "Makefile"]);
        string? makefile = First(directory, MakeNames);
        MakefileSurvey kbuild = MakefileSurveyReader.Read(disk, kbuildFile is null ? [] : [kbuildFile]);
        MakefileSurvey wrapper = MakefileSurveyReader.Read(disk, makefile is null ? [] : [makefile]);
        string? whyWrapper = makefile is null ? null : WhyWrapper(kbuild, wrapper, tree, variables, targets);
        var warnings = IgnoredVariables(tree, [kbuild, wrapper], variables);
        if (whyWrapper is null)
        {
            string[] words = ["-C", tree.RealPath, "M=" + directory, .. variables, .. targets.Count == 0 ? ["modules"] : targets];
            return new BuildPlan(BuildWay.Kbuild, words, directory, false, warnings, $"{kbuildFile} has what kbuild needs");
        }
        if (!kbuild.HasObjects)
            wrapper = MakefileSurveyReader.Read(disk, [makefile!, .. Below(directory, 3)]);
        return Wrapper(directory, makefile!, wrapper, tree, variables, targets, warnings, whyWrapper);
    }

    /// <summary>Why a directory cannot be built in at all; null when it can.</summary>
    public Diagnostic? Refusal(string directory)
    {
        foreach (char c in directory)
        {
            if (c is ' ' or '\t' or ':' or '%')
                return KernelDiagnostics.ImpossiblePath(directory, c);
        }
        int errno = disk.Stat(directory, out FileStatus status);
        if (errno == 0 && !status.IsDirectory)
            errno = Errno.NotDirectory;
        if (errno == 0)
            errno = disk.List(directory, out _);
        if (errno != 0)
            return KernelDiagnostics.UnreadableDirectory(directory, Errno.Message(errno));
        string? file = First(directory, ["Kbuild", .. MakeNames]);
        if (file is null)
            return KernelDiagnostics.NoMakefile(directory, Nearest(directory));
        errno = disk.Read(file, out _);
        return errno == 0 ? null : KernelDiagnostics.UnreadableMakefile(file, Errno.Message(errno));
    }

    private static string? WhyWrapper(MakefileSurvey kbuild, MakefileSurvey wrapper, KernelTree tree, IReadOnlyList<string> variables, IReadOnlyList<string> targets)
    {
        if (!kbuild.HasObjects)
            return "the makefile has no obj-m of its own";
        if (targets.FirstOrDefault(target => wrapper.Targets.Contains(target) && !IsKbuildTarget(target)) is string own)
            return $"the target {own} is the makefile's own";
        var builds = wrapper.KernelCalls.Where(call => !call.Words.Any(word => word is "clean" or "modules_install" or "help" or "modules_sign")).ToList();
        if (builds.Count > 0 && builds.All(call => Extra(call, wrapper) is not null))
            return $"the makefile gives kbuild {Extra(builds[0], wrapper)}";
        bool reachable = kbuild.ObjectLists.Any(list => IsBuilt(list, kbuild, tree, variables));
        return !reachable && builds.Count > 0 ? "obj-m depends on variables that the makefile sets" : null;
    }

    private static bool IsKbuildTarget(string target) =>
        target is "modules" or "clean" or "modules_install" or "help" or "all" or "default" or "modules_sign" or "compile_commands.json" or "nsdeps" || target.EndsWith('/')
        || target.LastIndexOf('.') is > 0 and var dot && target[dot..] is ".o" or ".ko" or ".i" or ".s" or ".lst" or ".symtypes" or ".ll" or ".mod" or ".rsi";

    // obj-y, obj-m, or obj-$(CONFIG_X) with an X that this file, the command line or the kernel turns on.
    private static bool IsBuilt(string list, MakefileSurvey kbuild, KernelTree tree, IReadOnlyList<string> variables)
    {
        if (list is "m" or "y")
            return true;
        string name = MakeText.References(list).FirstOrDefault("");
        return kbuild.Assignments.ContainsKey(name) || variables.Any(variable => variable.StartsWith(name + "=", StringComparison.Ordinal))
            || name.StartsWith("CONFIG_", StringComparison.Ordinal) && tree.Configuration?.IsOn(name[7..]) == true;
    }

    /// <summary>The first word of a call that tells kbuild something which oot's own call would not.</summary>
    private static string? Extra(KernelCall call, MakefileSurvey survey, int depth = 0)
    {
        foreach (string word in call.Words)
        {
            int equals = word.IndexOf('=');
            if (equals > 0 && word[..equals].All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                if (!IsPlain(word[..equals]))
                    return word;
            }
            else if (depth < 3 && MakeText.References(word).FirstOrDefault() is string name && word.Length == name.Length + 3
                && survey.Assignments.TryGetValue(name, out List<string>? values)
                && values.Select(value => Extra(new KernelCall("", MakeText.Words(value)), survey, depth + 1)).FirstOrDefault(extra => extra is not null) is string inner)
                return inner;
        }
        return null;
    }

    private static bool IsPlain(string name) =>
        name is "M" or "SUBDIRS" or "KBUILD_EXTMOD" or "SRCROOT" or "PWD" or "O" or "V" or "KBUILD_VERBOSE" or "ARCH" or "CROSS_COMPILE" or "CC" or "LD" or "LLVM" or "CONFIG_MODULE_SIG" or "C" or "W" or "src" or "obj"
        || name.StartsWith("INSTALL_MOD", StringComparison.Ordinal) || KernelVariables.IsTree(name) || KernelVariables.IsRelease(name);

    private Result<BuildPlan> Wrapper(
        string directory, string makefile, MakefileSurvey survey, KernelTree tree, IReadOnlyList<string> variables, IReadOnlyList<string> targets,
        IReadOnlyList<Diagnostic> warnings, string reason)
    {
        IReadOnlyDictionary<string, string> steering = SteeringVariables(survey, tree);
        var own = variables.Select(variable => variable.Split('=')[0].TrimEnd(':', '+', '?')).ToHashSet(StringComparer.Ordinal);
        bool userDecides = own.Any(KernelVariables.IsTree);
        if (!userDecides && NeedsInstalledTree(survey, steering, tree) && !IsInstalled(tree))
            return KernelDiagnostics.CannotSteer(makefile, tree.Release);
        string[] words = [.. steering.Where(pair => !own.Contains(pair.Key)).Select(pair => $"{pair.Key}={pair.Value}"), .. variables, .. targets];
        return new BuildPlan(BuildWay.Wrapper, words, directory, survey.AsksUname, warnings, reason);
    }

    /// <summary>The variables that a makefile reads and that decide the kernel, with the values for this one, in the order of their names.</summary>
    public static IReadOnlyDictionary<string, string> SteeringVariables(MakefileSurvey survey, KernelTree tree)
    {
        var given = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string name in survey.References)
        {
            IReadOnlyList<string> values = survey.Assignments.GetValueOrDefault(name) ?? [];
            bool release = values.Any(KernelVariables.IsReleaseValue);
            bool path = !release && values.Any(KernelVariables.IsTreeValue);
            // A name from the lists whose value is computed in another way (a version number cut out of the release) is left alone.
            bool plain = values.Count == 0 || release || path || values.All(value => value.Length == 0);
            if (path || KernelVariables.IsTree(name))
                given[name] = tree.RealPath;
            else if ((release || KernelVariables.IsRelease(name) && plain) && MayBeGiven(name, release, survey))
                given[name] = tree.Release;
        }
        return given;
    }

    // KERNELRELEASE tells a shared makefile that kbuild is reading it; KERNELVERSION, the kernel's own, means something else there.
    private static bool MayBeGiven(string name, bool hasReleaseDefault, MakefileSurvey survey) => name switch
    {
        "KERNELRELEASE" => hasReleaseDefault && !survey.EmptinessTests.Contains(name),
        "KERNELVERSION" or "UNAME" => hasReleaseDefault,
        _ => true,
    };

    // Every call must reach a tree variable that is given; one that only knows the release, or uname, ends in /lib/modules.
    private static bool NeedsInstalledTree(MakefileSurvey survey, IReadOnlyDictionary<string, string> steering, KernelTree tree) =>
        survey.KernelCalls.Any(call => DependsOnRelease(call.Tree, survey, steering, tree, 0));

    private static bool DependsOnRelease(string text, MakefileSurvey survey, IReadOnlyDictionary<string, string> steering, KernelTree tree, int depth)
    {
        if (text.Contains("uname", StringComparison.Ordinal))
            return true;
        foreach (string name in MakeText.References(text))
        {
            if (steering.TryGetValue(name, out string? value))
            {
                if (value != tree.RealPath)
                    return true;
            }
            else if (depth < 10 && survey.Assignments.TryGetValue(name, out List<string>? values)
                && values.Any(inner => DependsOnRelease(inner, survey, steering, tree, depth + 1)))
                return true;
        }
        return false;
    }

    private bool IsInstalled(KernelTree tree) =>
        disk.RealPath($"/lib/modules/{tree.Release}/build", out string real) == 0 && real == tree.RealPath;

    private IReadOnlyList<Diagnostic> IgnoredVariables(KernelTree tree, IEnumerable<MakefileSurvey> surveys, IReadOnlyList<string> variables)
    {
        var warnings = new List<Diagnostic>();
        foreach ((string name, string replacement) in new[] { ("EXTRA_CFLAGS", "ccflags-y"), ("EXTRA_AFLAGS", "asflags-y"), ("EXTRA_LDFLAGS", "ldflags-y") })
        {
            bool used = surveys.Any(survey => survey.Assignments.ContainsKey(name)) || variables.Any(variable => variable.StartsWith(name, StringComparison.Ordinal));
            if (used && !TreeReads(tree, name))
                warnings.Add(KernelDiagnostics.IgnoredVariable(name, replacement, tree.Release));
        }
        return warnings;
    }

    // Unknown counts as read: a warning must be right.
    private bool TreeReads(KernelTree tree, string variable)
    {
        bool any = false;
        string scripts = tree.RealPath + "/scripts";
        if (disk.List(scripts, out IReadOnlyList<string> names) != 0 && disk.List(scripts = tree.SourcePath + "/scripts", out names) != 0)
            return true;
        foreach (string name in names.Where(name => name.StartsWith("Makefile.", StringComparison.Ordinal)))
        {
            if (disk.Read($"{scripts}/{name}", out string text) != 0)
                continue;
            any = true;
            if (text.Contains(variable, StringComparison.Ordinal))
                return true;
        }
        return !any;
    }

    /// <summary>The nearest directory below that has something for kbuild.</summary>
    private string? Nearest(string directory)
    {
        var files = Below(directory, 3).ToList();
        string? file = files.FirstOrDefault(path => MakefileSurveyReader.Read(disk, [path]) is { HasObjects: true } or { KernelCalls.Count: > 0 }) ?? files.FirstOrDefault();
        return file?[..file.LastIndexOf('/')];
    }

    private string? First(string directory, IEnumerable<string> names) =>
        names.Select(name => $"{directory}/{name}").FirstOrDefault(path => disk.Stat(path, out FileStatus status) == 0 && !status.IsDirectory);

    /// <summary>Makefiles in the directories below, nearer ones first.</summary>
    private IEnumerable<string> Below(string directory, int depth)
    {
        if (depth == 0 || disk.List(directory, out IReadOnlyList<string> names) != 0)
            return [];
        var directories = names.Where(name => name[0] != '.').Order(StringComparer.Ordinal).Select(name => $"{directory}/{name}")
            .Where(path => disk.LinkStat(path, out FileStatus status) == 0 && status.IsDirectory).ToList();
        return [.. directories.SelectMany(Makefiles), .. directories.SelectMany(path => Below(path, depth - 1))];
    }

    private IEnumerable<string> Makefiles(string directory) =>
        new[] { "Kbuild", "Makefile", "makefile", "GNUmakefile" }.Select(name => $"{directory}/{name}").Where(path => disk.Stat(path, out FileStatus status) == 0 && status.IsRegular);
}
