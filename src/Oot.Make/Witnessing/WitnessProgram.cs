using System.Globalization;
using System.Runtime.InteropServices;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Execution;

namespace Oot.Make.Witnessing;

/// <summary>
/// The process that stands between make and a command that is watched: it starts the command, follows it, hands its account up through a nameless file and ends as the command did. A
/// process of its own, since what ptrace(2) reports comes the way that children's ends come.
/// </summary>
public static unsafe class WitnessProgram
{
    /// <summary>The first word of oot's command line that asks for this.</summary>
    public const string Verb = "witness";

    private const string Starting = "start";
    private const int StopSelf = 19, Untraced = 2;

    /// <summary>The words with which oot watches a command.</summary>
    /// <param name="oot">oot's own program.</param>
    /// <param name="report">The descriptor for the account.</param>
    /// <param name="program">The command's program, found.</param>
    /// <param name="words">The command's words.</param>
    internal static IReadOnlyList<string> WordsFor(string oot, int report, string program, IReadOnlyList<string> words) =>
        [oot, Verb, report.ToString(CultureInfo.InvariantCulture), program, .. words];

    /// <summary>Runs a command under a witness, or, for the second process, becomes the command.</summary>
    /// <param name="words">The words behind <see cref="Verb"/>.</param>
    /// <param name="environment">The command's environment.</param>
    public static int Run(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        if (words is [Starting, var started, ..])
            return Become(started, [.. words.Skip(2)], environment);
        if (words.Count < 3 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int report) || NativeFiles.NameOf(report) is null)
            return 64;
        NativeFiles.CloseOnExecute(report);
        var disk = new Disk();
        var account = new WitnessAccount(disk);
        string[] command = [.. words.Skip(2)];
        DeterministicProgram? program = account.Start(words[1], command);
        var processor = new OneProcessor();
        ChildExit exit = Watched([ProcessContext.ProgramPath(), Verb, Starting, words[1], .. command], environment, program, account, new CallReader(disk, account, processor), processor);
        _ = NativeFiles.Append(report, account.Close().ToArray());
        if (exit.Signal != 0)
            ProcessSignals.DieBy(exit.Signal);
        return exit.ExitCode;
    }

    private static ChildExit Watched(IReadOnlyList<string> words, IReadOnlyList<string> environment, DeterministicProgram? program, WitnessAccount account, CallReader calls, OneProcessor processor)
    {
        if (Spawner.StartUnwatched(new SpawnRequest(words, environment, null, -1, -1, -1, []), out int id) != 0)
            return new ChildExit(-1, 127, 0, false);
        // The command's death is this process's, whoever sends the signal.
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => PassOn(context, id, ProcessSignals.Terminate));
        using PosixSignalRegistration hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => PassOn(context, id, 0));
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => PassOn(context, id, 0));
        int status;
        _ = SystemCalls.WaitPid(id, &status, Untraced);
        if (account.Reason is null && !TraceMethods.Watch(id))
            account.GiveUp("the system does not let processes be watched");
        if (account.Reason is not null)
            processor.Leave(id);
        _ = SystemCalls.Kill(id, TraceMethods.ContinueSignal);
        return new Witness(id, program, account, calls, processor).Follow();
    }

    private static void PassOn(PosixSignalContext context, int id, int signal)
    {
        context.Cancel = true;
        if (signal != 0)
            _ = SystemCalls.Kill(id, signal);
    }

    /// <summary>Waits until the witness is there, and becomes the command.</summary>
    private static int Become(string program, IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        _ = SystemCalls.Raise(StopSelf);
        // The runtime ignores it, which the command would inherit.
        _ = SystemCalls.SetHandler(ProcessSignals.BrokenPipe, 0);
        int errno = ProcessReplacement.Execute(program, words, environment);
        if (errno == Errno.ExecFormat)
            errno = ProcessReplacement.Execute(CommandLine.DefaultShell, [CommandLine.DefaultShell, program, .. words.Skip(1)], environment);
        _ = Disk.WriteAll(2, ByteText.ToBytes($"{words[0]}: {Errno.Message(errno)}\n"));
        return 127;
    }
}
