using Oot.Configuring;
using Oot.Core;
using Oot.Explaining;
using Oot.Kconfig;
using Oot.Kernel;
using Oot.Kernel.Building;
using Oot.Kernel.HostPrograms.Kconfig;
using Oot.Kernel.InTree;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;

namespace Oot.InTree;

/// <summary><c>oot build --in-tree</c>: kernel, sources, options, workspace, make, and the modules into the user's directory (docs/design/in-tree.md).</summary>
internal sealed class InTreeVerb(Session session, string? makeDirectory = null)
{
    private readonly Terminal terminal = session.Terminal;

    internal int Run(BuildRequest request, InTreeRequest wanted)
    {
        string directory = Session.Absolute(request.Directory);
        if (session.Disk.Stat(directory, out FileStatus status) is var errno && (errno != 0 || !status.IsDirectory))
            return terminal.Report(CommandDiagnostics.CannotWrite(directory, Errno.Message(errno != 0 ? errno : Errno.NotDirectory)));
        var reports = new List<KernelBuildReport>();
        foreach (string? name in request.Kernels.Cast<string?>().DefaultIfEmpty())
        {
            if (!Kernel(request, wanted, name).Succeeded(out InTreeKernel? kernel, out Diagnostic? error))
                reports.Add(new KernelBuildReport(name ?? "", "", "", terminal.Report(error), [], $"{error.Message} [{error.Id}]"));
            else
                reports.Add(Build(request, wanted, kernel, request.Kernels.Count > 1 ? $"{directory}/{kernel.Tree.Release}" : directory));
        }
        if (request.Json)
            terminal.Result(Reports.Json(new BuildReport(ByteText.ToUnicode(directory), reports)));
        return ExitCode.Of(reports.Select(report => report.ExitCode));
    }

    private Result<InTreeKernel> Kernel(BuildRequest request, InTreeRequest wanted, string? name)
    {
        var chooser = new KernelChooser(session, request.Variables);
        Result<KernelTree> found = name is null ? chooser.Default(offline: true) : chooser.Find(name);
        bool isThere = found.Succeeded(out KernelTree? tree, out Diagnostic? error);
        bool isNamedPlace = name is not null && (name.Contains('/') || name is "." or "..");
        if (isThere && tree!.Configuration is not null)
            return chooser.Usable(tree.Path).Succeeded(out tree, out error) ? WithHeaders(request, wanted, tree) : error;
        return isNamedPlace ? chooser.Usable(name!).Error! : WithoutHeaders(request, wanted, name is null or "running" ? session.RunningRelease : name, error);
    }

    private Result<InTreeKernel> WithHeaders(BuildRequest request, InTreeRequest wanted, KernelTree tree)
    {
        if (!new InTreeSources(session).Find(wanted.Source, tree.Release, KernelSource.VersionOf(session.Disk, tree), tree.Architecture, request.Offline).Succeeded(out KernelSource? source, out Diagnostic? error))
            return error;
        SourceComparison comparison = SourceComparison.Of(session.Disk, source, tree);
        if (!comparison.IsSame)
            terminal.Report(InTreeDiagnostics.SourceDiffers(comparison, tree.Release));
        string configuration = session.Disk.Stat(tree.RealPath + "/.config", out _) == 0 ? tree.RealPath + "/.config" : tree.RealPath + "/include/config/auto.conf";
        return new InTreeKernel(tree, source, InTreeWorkspace.PlaceOf(PrivateTools.Cache(session.Environment), source, tree.RealPath), configuration, CrossVariables.Words(tree, request.Variables, session.Environment));
    }

    private Result<InTreeKernel> WithoutHeaders(BuildRequest request, InTreeRequest wanted, string release, Diagnostic? unknown)
    {
        var preparation = new InTreePreparation(session, makeDirectory);
        if (!preparation.Configuration(release).Succeeded(out (string Text, Oot.Kernel.Loading.KernelPlaces Places) configuration, out Diagnostic? error))
            return unknown is { Id: "OOT1101" } ? error : unknown ?? error;
        string version = KernelSource.VersionOfConfiguration(configuration.Text);
        KernelArchitecture? architecture = KernelArchitecture.Of(KernelConfiguration.Parse(configuration.Text));
        if (!new InTreeSources(session).Find(wanted.Source, release, version, architecture, request.Offline).Succeeded(out KernelSource? source, out error))
            return error;
        var comparison = new SourceComparison(version, source.Version, []);
        if (!comparison.IsSame)
            terminal.Report(InTreeDiagnostics.SourceDiffers(comparison, release));
        string place = InTreeWorkspace.PlaceOf(PrivateTools.Cache(session.Environment), source, release);
        if (!preparation.Prepare(request, source, release, configuration.Text, configuration.Places, place).Succeeded(out KernelTree? tree, out error))
            return error;
        // From 6.12 on modpost ends with an error where nothing tells what is exported.
        return new InTreeKernel(tree, source, place, tree.RealPath + "/.config", tree.SymbolCount < 0 ? ["KBUILD_MODPOST_WARN=1"] : []);
    }

    private KernelBuildReport Build(BuildRequest request, InTreeRequest wanted, InTreeKernel kernel, string directory)
    {
        KernelTree tree = kernel.Tree;
        string modules = kernel.Place + "/modules";
        if (InTreeWorkspace.Refusal(modules) is { } impossible)
            return Failed(tree, impossible);
        int errno = session.Disk.MakeDirectories(kernel.Place);
        if (errno != 0)
            return Failed(tree, InTreeDiagnostics.CannotWork(kernel.Place, Errno.Message(errno)));
        using DirectoryLock held = DirectoryLock.Take(kernel.Place, () => terminal.Passing($"waiting for another oot that builds in {kernel.Place}"));
        if (!Plan(wanted, kernel).Succeeded(out InTreePlan? plan, out Diagnostic? error))
            return Failed(tree, error);
        foreach (string note in plan.Notes)
            terminal.Note(note);
        foreach (Diagnostic warning in plan.Warnings)
            terminal.Report(warning);
        var workspace = new InTreeWorkspace(session.Disk, kernel.Place, kernel.Source, tree);
        if (plan.Make(workspace) is { } unmade)
            return Failed(tree, unmade);
        var build = new BuildPlan(BuildWay.Kbuild, plan.Arguments(workspace, [.. kernel.Words, .. request.Variables]), modules, false, [], "a part of the kernel's own tree");
        terminal.Note($"building {string.Join(", ", wanted.Parts)} of {kernel.Source.Directory} for {tree.Release}");
        var first = new FirstError();
        int made = new MakeRun(session, makeDirectory).Stream(build, tree, request.Jobs, request.Json, first);
        return made != 0 ? BuildFailed(request, modules, tree, build, first, made) : Deliver(request, tree, modules, plan, directory);
    }

    private Result<InTreePlan> Plan(InTreeRequest wanted, InTreeKernel kernel)
    {
        if (session.Disk.Read(kernel.Configuration, out string configuration) is var errno and not 0)
            return CommandDiagnostics.NoSuchFile(kernel.Configuration, Errno.Message(errno));
        IReadOnlyList<string> environment = session.Environment;
        if (kernel.Tree.Architecture is { } architecture && ProcessEnvironment.Value(environment, "ARCH") is null)
            environment = ProcessEnvironment.With(environment, "ARCH", architecture.Kernel);
        if (kernel.Tree.Compiler is { Path: not null } compiler)
            environment = ProcessEnvironment.With(environment, "CC", compiler.Command);
        environment = new ConfigEnvironment(session.Disk, session.Programs, kernel.Source.Directory).For(environment);
        var kconfig = new KconfigSession(session.Disk, environment, new ProbeCommands(environment, session.Disk)) { Error = text => terminal.Detail(text.TrimEnd('\n')) };
        var study = new OptionStudy(kconfig, KernelConfiguration.Parse(configuration), kernel.Configuration);
        return new InTreePlanner(session.Disk, kernel.Source, kernel.Tree, study, configuration).Plan(wanted.Parts, wanted.Enabled, kernel.Place + "/with.config");
    }

    private KernelBuildReport BuildFailed(BuildRequest request, string directory, KernelTree tree, BuildPlan plan, FirstError first, int status)
    {
        Diagnostic error = KernelDiagnostics.BuildFailed(tree.Release, status);
        terminal.Report(error);
        terminal.Repeat([$"  to repeat it: {MakeRun.CommandToRepeat(plan, directory, tree, request)}"]);
        if (first.Lines.Count > 0)
            terminal.Repeat(["  first error:", .. first.Lines]);
        new MissingSymbols(session).Tell(first.MissingSymbols, tree);
        int code = status is 128 + 2 or 128 + 15 ? ExitCode.Interrupted : status == ProgramResult.NotStarted ? ExitCode.Unavailable : ExitCode.BuildFailed;
        return new KernelBuildReport(tree.Release, ByteText.ToUnicode(tree.RealPath), "InTree", code, [], $"{error.Message} [{error.Id}]");
    }

    /// <summary>Checks what came out and puts it where the user wants it.</summary>
    private KernelBuildReport Deliver(BuildRequest request, KernelTree tree, string from, InTreePlan plan, string directory)
    {
        var built = new List<ModuleReport>();
        Diagnostic? failure = null;
        if (session.Disk.MakeDirectories(directory) is var made and not 0)
            return Failed(tree, CommandDiagnostics.CannotWrite(directory, Errno.Message(made)));
        foreach (string module in plan.Modules)
        {
            string path = $"{from}/{module}.ko", target = $"{directory}/{module[(module.LastIndexOf('/') + 1)..]}.ko";
            byte[] content = [];
            // A directory's makefile may leave a module out for a reason that only make knows.
            if (session.Disk.Read(path, ref content, out int length) != 0)
                continue;
            Diagnostic? wrong = VermagicCheck.Of(session.Disk, path, tree, out Vermagic? vermagic);
            if (wrong is null && session.Disk.Replace(target, content.AsSpan(0, length)) is var errno and not 0)
                wrong = CommandDiagnostics.CannotWrite(target, Errno.Message(errno));
            built.Add(new ModuleReport(ByteText.ToUnicode(target), ByteText.ToUnicode(vermagic?.Text ?? ""), wrong is null));
            if (wrong is not null)
                terminal.Report(failure = wrong);
            else if (!request.Json && !terminal.IsQuiet)
                terminal.Result($"built: {target}\n  from:       {module}\n  for kernel: {tree.Release} ({tree.RealPath})\n  vermagic:   {vermagic!.Text}");
        }
        if (built.Count == 0)
            terminal.Report(failure = KernelDiagnostics.NothingBuilt(from));
        return new KernelBuildReport(tree.Release, ByteText.ToUnicode(tree.RealPath), "InTree", failure is null ? ExitCode.Done : ExitCode.Of(failure), built, failure?.Message);
    }

    private KernelBuildReport Failed(KernelTree tree, Diagnostic error) =>
        new(tree.Release, ByteText.ToUnicode(tree.RealPath), "InTree", terminal.Report(error), [], $"{error.Message} [{error.Id}]");
}
