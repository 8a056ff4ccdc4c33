using System.Diagnostics;
using System.Globalization;
using Oot.Core;
using Oot.Kernel.Loading;

namespace Oot.Kernel.Booting;

/// <summary>
/// Boots a kernel in QEMU with a first file system made for one trial. The kernel's console is the first serial port and goes to a file, so that it is there after a crash; the guest's report
/// is the second one and comes over QEMU's standard output as it happens. Needs no root, and leaves nothing behind.
/// </summary>
public sealed class VirtualMachine(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment)
{
    // In MiB; the archive is there three times at most: as it is, unpacked, and loaded.
    private const int SmallestMemory = 512;

    /// <summary>Boots, and waits for the end.</summary>
    /// <param name="machine">How.</param>
    /// <param name="trial">What the guest does.</param>
    /// <param name="scriptLine">Told each line that the user's script prints, when it does.</param>
    /// <returns>A diagnostic when the machine could not be started; all that happens inside is in the report.</returns>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public Result<GuestReport> Run(MachineSettings machine, GuestTrial trial, Action<string> scriptLine)
    {
        if (GuestArchitecture.Of(machine.Architecture) is not { } architecture)
            return BootDiagnostics.OtherArchitecture(machine.Image, machine.Architecture.ToString());
        if (ProcessEnvironment.FindProgram(disk, environment, architecture.Emulator) is null)
            return BootDiagnostics.NoEmulator(architecture.Emulator, architecture.Package);
        if (!new Busybox(disk, environment, architecture.Machine).Read(machine.Busybox, machine.BusyboxSource).Succeeded(out byte[]? busybox, out Diagnostic? missing))
            return missing;
        using var directory = new BootDirectory();
        string archive = directory.Path + "/initramfs", console = directory.Path + "/console";
        int size = GuestArchive.Write(disk, archive, architecture, trial, busybox);
        if (!Kernel(machine.Image, architecture, directory).Succeeded(out string? kernel, out Diagnostic? unreadable))
            return unreadable;
        IReadOnlyList<string> accelerator = machine.Accelerator is { } chosen ? Accelerator.WordsOf(chosen, architecture)
            : new Accelerator(disk, programs, environment).Choose(architecture, directory.Path);
        IReadOnlyList<string> words =
        [
            .. architecture.MachineWords, .. accelerator, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot", "-m", (SmallestMemory + (3 * (size >> 20))).ToString(CultureInfo.InvariantCulture),
            "-kernel", kernel, "-initrd", archive, "-append", CommandLine(machine, architecture),
            "-chardev", "file,id=console,path=" + console.Replace(",", ",,", StringComparison.Ordinal), "-serial", "chardev:console",
            "-chardev", "file,id=report,path=/dev/stdout", .. architecture.ReportWords, .. machine.Arguments,
        ];
        if (directory.IsInterrupted)
            throw new OperationCanceledException();
        var transcript = new GuestTranscript(trial, scriptLine);
        string said = "";
        var watch = Stopwatch.StartNew();
        int status = programs.Stream(
            new ProgramRequest(architecture.Emulator, words, environment, KeepsStreamsApart: true) { TimeLimit = machine.Seconds * 1000 },
            (bytes, isError) =>
            {
                if (isError)
                    said += ByteText.FromBytes(bytes.Span);
                else
                    transcript.Add(bytes.Span);
            });
        if (directory.IsInterrupted)
            throw new OperationCanceledException();
        bool late = status == 128 + 9 && watch.ElapsedMilliseconds >= machine.Seconds * 1000L;
        if (status != 0 && !late)
            return BootDiagnostics.EmulatorFailed(architecture.Emulator, said.Trim().Split('\n').Last());
        return Report(transcript, console, late, accelerator[1], watch.ElapsedMilliseconds);
    }

    // The file that QEMU starts.
    private Result<string> Kernel(string image, GuestArchitecture architecture, BootDirectory directory)
    {
        if (architecture.TakesPackedKernels)
            return image;
        if (!KernelImage.Read(disk, image).Succeeded(out KernelImage? unpacked, out Diagnostic? unreadable))
            return unreadable;
        string path = directory.Path + "/kernel";
        int errno = disk.Write(path, unpacked.Bytes);
        return errno == 0 ? path : throw new IOException($"{Errno.Message(errno)}: {ByteText.ToUnicode(path)}");
    }

    private GuestReport Report(GuestTranscript transcript, string console, bool late, string accelerator, long milliseconds)
    {
        _ = disk.Read(console, out string log);
        return new GuestReport
        {
            Outcome = transcript.IsDone ? GuestOutcome.Finished : late ? transcript.IsReady ? GuestOutcome.OutOfTime : GuestOutcome.NotStarted
                : transcript.IsReady ? GuestOutcome.Stopped : GuestOutcome.NotStarted,
            Modules = transcript.Modules,
            TaintBefore = transcript.TaintBefore,
            ScriptStatus = transcript.ScriptStatus,
            ScriptOutput = transcript.ScriptOutput,
            Console = [.. log.Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Accelerator = accelerator,
            Milliseconds = milliseconds,
        };
    }

    // A machine that panics starts again at once, which ends QEMU; an oops is to be found as well, and not only while it happens to kill the loader.
    private static string CommandLine(MachineSettings machine, GuestArchitecture architecture) =>
        $"console={architecture.Console} panic=-1 oops=panic{architecture.KernelWords}" + (machine.CommandLine.Length == 0 ? "" : " " + machine.CommandLine);
}
