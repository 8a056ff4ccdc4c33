using Oot.Checking;
using Oot.Core;
using Oot.Elf;
using Oot.Kernel;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;

namespace Oot.Trying;

/// <summary><c>oot try</c>: which kernel, which modules in which order, the boot, what came of it.</summary>
internal sealed class TryVerb(Session session)
{
    private readonly Terminal terminal = session.Terminal;

    internal int Run(TryRequest request)
    {
        if (!Kernel(request).Succeeded(out KernelOffer? kernel, out Diagnostic? error) || !Trial(request, kernel).Succeeded(out GuestTrial? trial, out error))
            return terminal.Report(error);
        var machine = new MachineSettings
        {
            Image = kernel.Image!.Path,
            Architecture = kernel.Machine?.Value ?? ElfMachine.X86_64,
            Busybox = request.Busybox,
            BusyboxSource = session.Busybox(kernel.Machine?.Value ?? ElfMachine.X86_64),
            Seconds = request.Seconds,
            Accelerator = request.Accelerator,
            CommandLine = request.CommandLine,
            Arguments = request.Arguments,
        };
        Result<GuestReport> result = new VirtualMachine(session.Disk, session.Programs, session.Environment)
            .Run(machine, trial, line => terminal.PassOn(ByteText.ToBytes(line + "\n"), error: request.Json));
        if (!result.Succeeded(out GuestReport? report, out error))
            return terminal.Report(error);
        if (request.Json)
            terminal.Result(ByteText.FromUnicode(Reports.Json(TryReports.Of(kernel, report))));
        else
            new TryText(terminal).Print(kernel, report);
        Diagnostic? failure = FailureOf(request, kernel, trial, report);
        return failure is not null ? terminal.Report(failure) : report.ScriptStatus ?? ExitCode.Done;
    }

    private Result<KernelOffer> Kernel(TryRequest request)
    {
        Result<KernelOffer> found = new CheckedKernels(session).Find(request.Kernel, request.Image);
        if (!found.Succeeded(out KernelOffer? kernel, out _))
            return found;
        if (kernel.Image is null)
            return BootDiagnostics.NoImage(kernel.Name);
        return kernel;
    }

    private Result<GuestTrial> Trial(TryRequest request, KernelOffer kernel)
    {
        IReadOnlyList<string> files = ModuleFiles.Of(session.Disk, request.Files);
        if (files.Count == 0)
            return CommandDiagnostics.NoModules(request.Files[0]);
        byte[] script = [];
        int length = 0;
        if (request.Script is string path && session.Disk.Read(path, ref script, out length) is not 0 and var errno)
            return CommandDiagnostics.NoSuchFile(path, Errno.Message(errno));
        InspectedModule?[][] seen = new ModuleInspector(session.Disk, [(kernel, null)]).Read(files, out Diagnostic?[] problems);
        if (Array.Find(problems, problem => problem is not null) is Diagnostic unreadable)
            return unreadable;
        InspectedModule[] modules = [.. seen.Select(one => one[0]).OfType<InspectedModule>()];
        LoadVerdict[] verdicts = new LoadCheck(kernel, LoadConditions.Usual, modules).Run();
        if (!new TrialPlanner(session.Disk, kernel, request.Parameters, request.Flags) { GrantsWishes = true }.Plan(modules, verdicts).Succeeded(out IReadOnlyList<GuestModule>? planned, out Diagnostic? error))
            return error;
        return new GuestTrial { Modules = planned, Flags = request.Flags, Script = request.Script is null ? null : script[..length], Unloads = request.Unloads };
    }

    private static Diagnostic? FailureOf(TryRequest request, KernelOffer kernel, GuestTrial trial, GuestReport report)
    {
        LoadedModule? last = report.Modules.Count > 0 ? report.Modules[^1] : null;
        string during = last is null ? "before the first module" : last.Errno is null ? $"while it loaded {last.Module.Name}" : report.ScriptStatus is null && trial.Script is not null && report.Modules.All(module => module.IsLoaded)
            ? "while the script ran" : $"after it had loaded {last.Module.Name}";
        return report.Outcome switch
        {
            GuestOutcome.Stopped => BootDiagnostics.Stopped(kernel.Name, during),
            GuestOutcome.OutOfTime => BootDiagnostics.OutOfTime(request.Seconds, during),
            GuestOutcome.NotStarted => BootDiagnostics.NotStarted(kernel.Image!.Path, report.Milliseconds < request.Seconds * 1000L),
            _ when !report.IsGood => BootDiagnostics.Refused(report.Modules.Count(module => !module.IsLoaded), report.Modules.Count, kernel.Name),
            _ => null,
        };
    }
}
