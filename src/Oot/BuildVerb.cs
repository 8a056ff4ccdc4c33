using Oot.Core;
using Oot.Explaining;
using Oot.Kernel;
using Oot.Kernel.Building;
using Oot.Kernel.Explaining;
using Oot.Kernel.Modules;
using Oot.Kernel.Trees;
using Oot.Make.Caching;
using Oot.Make.Observing;

namespace Oot;

/// <summary><c>oot build</c>: choose kernels, plan, run make, check what it made.</summary>
/// <param name="session">The machine.</param>
/// <param name="makeDirectory">The directory in which the program <c>make</c> is; null means oot's own.</param>
internal sealed class BuildVerb(Session session, string? makeDirectory = null)
{
    private readonly Terminal terminal = session.Terminal;

    private Watching watching = Watching.Nothing;
    private SharedLog? explanations;

    internal int Run(BuildRequest request)
    {
        if (request.TraceFile is { } file)
        {
            if (RunTrace.Begin(file, "oot build", out int errno) is not { } trace)
                return terminal.Report(CommandDiagnostics.CannotWrite(file, Errno.Message(errno)));
            watching = watching with { Trace = trace };
        }
        if (request.Explains && (explanations = SharedLog.CreateNameless()) is not null)
            watching = watching with { Explanation = RebuildExplainer.ValueFor(explanations, Session.Absolute(request.Directory), !request.Json) };
        if (watching.IsOn)
            terminal.Forget("it is watched");
        if (terminal.IsVerbose)
            TellOfCache();
        try
        {
            return RunAll(request);
        }
        finally
        {
            watching.Trace?.Close();
            explanations?.Dispose();
        }
    }

    /// <summary>Why make's memory, or part of it, is of no use. The disk is the real one: what lies there is nothing that the build depends on.</summary>
    private void TellOfCache()
    {
        if (CacheContents.Of(new Disk(), session.Environment) is not { IsOn: true } cache)
            return;
        int damaged = cache.IsForeign ? 0 : cache.Kinds().Sum(kind => kind.Damaged);
        if (!cache.IsForeign && damaged == 0)
            return;
        terminal.Forget("a note about the cache");
        terminal.Detail(cache.IsForeign
            ? $"the cache {cache.Root} is not used: it is not this user's alone"
            : $"{damaged} files in {cache.Root} are damaged and not used; `oot cache clear` removes them");
    }

    private int RunAll(BuildRequest request)
    {
        watching.Trace?.Begin(RunTrace.Own, "choose kernels", "phase");
        string directory = Session.Absolute(request.Directory);
        if (new BuildPlanner(session.Disk).Refusal(directory) is Diagnostic refusal)
            return terminal.Report(refusal);
        var chooser = new KernelChooser(session, request.Variables);
        var trees = new List<KernelTree>();
        foreach (string? name in request.Kernels.Cast<string?>().DefaultIfEmpty())
        {
            Result<KernelTree> choice = name is null ? chooser.Default(request.Offline) : chooser.Usable(name);
            if (!choice.Succeeded(out KernelTree? tree, out Diagnostic? error))
                return terminal.Report(error);
            trees.Add(tree);
        }
        watching.Trace?.End(RunTrace.Own);
        var reports = trees.Select(tree => Build(request, directory, tree)).ToList();
        if (request.Json)
            terminal.Result(Reports.Json(new BuildReport(ByteText.ToUnicode(directory), reports)));
        return ExitCode.Of(reports.Select(report => report.ExitCode));
    }

    private KernelBuildReport Build(BuildRequest request, string directory, KernelTree tree)
    {
        request = request with { Variables = [.. CrossVariables.Words(tree, request.Variables, session.Environment), .. request.Variables] };
        if (!new BuildPlanner(session.Disk).Plan(directory, tree, request.Variables, request.Targets).Succeeded(out BuildPlan? plan, out Diagnostic? error))
            return Failed(tree, null, terminal.Report(error), error);
        foreach (Diagnostic warning in plan.Warnings)
            terminal.Report(warning);
        if (request.WritesCompileCommands)
            return WriteCompileCommands(directory, tree, plan);
        terminal.Note($"building {directory} for {tree.Release}{Compiler(tree)}");
        terminal.Detail(plan.Reason);
        using DirectoryLock held = DirectoryLock.Take(directory, () => terminal.Passing($"waiting for another oot that builds {directory}"));
        var make = new MakeRun(session, makeDirectory) { Watching = watching };
        BuiltModules before = BuiltModules.Below(session.Disk, directory);
        var first = new FirstError();
        watching.Trace?.Begin(RunTrace.Own, $"make for {tree.Release}", "phase");
        int explained = explanations?.Contents().Length ?? 0;
        int status = make.Stream(plan, tree, request.Jobs, request.Json, first);
        watching.Trace?.End(RunTrace.Own, new TraceArgument("exit", status));
        IReadOnlyList<RebuildExplanation>? made = explanations is null ? null : RebuildExplainer.Read(explanations.Contents().AsSpan(explained));
        if (made is { Count: 0 } && status == 0)
            terminal.Note("nothing to do: every file is newer than what it is made from, and its command is the same");
        return (status != 0 ? BuildFailed(request, directory, tree, plan, first, status) : CheckModules(request, directory, tree, plan, before)) with { Explanations = made };
    }

    private static string Compiler(KernelTree tree) =>
        tree.Compiler is not { } compiler ? "" : $" with {compiler.Command}" + (compiler.IsTheKernels == false ? $" (the kernel was built with {compiler.BuiltWith})" : "");

    private KernelBuildReport BuildFailed(BuildRequest request, string directory, KernelTree tree, BuildPlan plan, FirstError first, int status)
    {
        bool interrupted = status is 128 + 2 or 128 + 15;
        Diagnostic error = KernelDiagnostics.BuildFailed(tree.Release, status);
        terminal.Report(error);
        terminal.Repeat([$"  to repeat it: {MakeRun.CommandToRepeat(plan, directory, tree, request)}"]);
        if (first.Lines.Count > 0)
            terminal.Repeat(["  first error:", .. first.Lines]);
        new MissingSymbols(session).Tell(first.MissingSymbols, tree);
        return Failed(tree, plan, interrupted ? ExitCode.Interrupted : status == ProgramResult.NotStarted ? ExitCode.Unavailable : ExitCode.BuildFailed, error);
    }

    private KernelBuildReport CheckModules(BuildRequest request, string directory, KernelTree tree, BuildPlan plan, BuiltModules before)
    {
        BuiltModules after = BuiltModules.Below(session.Disk, directory);
        IReadOnlyList<string> fresh = after.Since(before);
        if (after.Paths.Count == 0 && request.Targets.Count == 0)
        {
            Diagnostic nothing = KernelDiagnostics.NothingBuilt(directory);
            return Failed(tree, plan, terminal.Report(nothing), nothing);
        }
        // A build with nothing to do vouches for what is there; one for a single file does not.
        IReadOnlyList<string> modules = fresh.Count > 0 || request.Targets.Count > 0 ? fresh : after.Paths;
        var built = new List<ModuleReport>();
        Diagnostic? failure = null;
        foreach (string path in modules)
        {
            Diagnostic? wrong = VermagicCheck.Of(session.Disk, path, tree, out Vermagic? vermagic);
            built.Add(new ModuleReport(ByteText.ToUnicode(path), ByteText.ToUnicode(vermagic?.Text ?? ""), wrong is null));
            if (wrong is not null)
                terminal.Report(failure = wrong);
            else if (!request.Json && !terminal.IsQuiet)
                terminal.Result($"{(fresh.Count > 0 ? "built" : "up to date")}: {path}\n  for kernel: {tree.Release} ({tree.RealPath})\n  vermagic:   {vermagic!.Text}");
        }
        return new KernelBuildReport(tree.Release, ByteText.ToUnicode(tree.RealPath), plan.Way.ToString(), failure is null ? ExitCode.Done : ExitCode.Of(failure), built, failure?.Message);
    }

    private KernelBuildReport WriteCompileCommands(string directory, KernelTree tree, BuildPlan plan)
    {
        string output = new MakeRun(session, makeDirectory).DryRun(plan, tree);
        IReadOnlyList<CompileCommand> commands = CompileCommands.Parse(output, tree.RealPath, directory);
        if (commands.Count == 0)
        {
            Diagnostic none = KernelDiagnostics.NoCompileCommands(directory);
            return Failed(tree, plan, terminal.Report(none), none);
        }
        string path = directory + "/compile_commands.json";
        int errno = session.Disk.Write(path, ByteText.FromUnicode(Reports.Json(commands)) + "\n", append: false);
        if (errno != 0)
        {
            Diagnostic unwritable = CommandDiagnostics.CannotWrite(path, Errno.Message(errno));
            return Failed(tree, plan, terminal.Report(unwritable), unwritable);
        }
        terminal.Note($"{path}: {commands.Count} commands for {tree.Release}");
        return new KernelBuildReport(tree.Release, ByteText.ToUnicode(tree.RealPath), plan.Way.ToString(), ExitCode.Done, [], null);
    }

    private static KernelBuildReport Failed(KernelTree tree, BuildPlan? plan, int code, Diagnostic error) =>
        new(tree.Release, ByteText.ToUnicode(tree.RealPath), plan?.Way.ToString() ?? "", code, [], $"{error.Message} [{error.Id}]");
}
