using System.Runtime.InteropServices;
using System.Text;
using static Oot.Core.SpawnMethods;

namespace Oot.Core;

/// <summary>
/// Starts real programs with <c>posix_spawn</c>: exact bytes in words and environment, SIGPIPE and the signal mask back at their defaults (the .NET
/// runtime changes both and children would inherit them). Where this process's own output and error are one file, so are the child's, so that their order survives.
/// </summary>
public sealed unsafe class ProgramRunner(IDisk disk) : IProgramRunner
{
    /// <summary>Undoes an inherited "ignore SIGCHLD", under which the status of every child would be lost. Call it first thing in <c>Main</c>.</summary>
    public static void AcceptChildSignals() => _ = Signal(SigChild, 0);

    /// <inheritdoc/>
    public ProgramResult Run(ProgramRequest request)
    {
        var output = new StringBuilder();
        var error = new StringBuilder();
        int status = Start(request, separate: true, (bytes, isError) => (isError ? error : output).Append(ByteText.FromBytes(bytes.Span)));
        return new ProgramResult(status, output.ToString(), error.ToString());
    }

    /// <inheritdoc/>
    public int Stream(ProgramRequest request, Action<ReadOnlyMemory<byte>, bool> output) => Start(request, request.KeepsStreamsApart || !OutputAndErrorAreOneFile(disk), output);

    private static bool OutputAndErrorAreOneFile(IDisk disk) =>
        disk.Stat("/proc/self/fd/1", out FileStatus one) == 0 && disk.Stat("/proc/self/fd/2", out FileStatus two) == 0
        && one.Inode == two.Inode && one.Device == two.Device;

    private int Start(ProgramRequest request, bool separate, Action<ReadOnlyMemory<byte>, bool> output)
    {
        if (ProcessEnvironment.FindProgram(disk, request.Environment, request.Program) is not string path)
            return ProgramResult.NotStarted;
        int* outputPipe = stackalloc int[2];
        int* errorPipe = stackalloc int[2];
        if (Pipe(outputPipe, CloseOnExec) != 0)
            return ProgramResult.NotStarted;
        errorPipe[0] = errorPipe[1] = -1;
        if (separate && Pipe(errorPipe, CloseOnExec) != 0)
        {
            _ = CloseDescriptor(outputPipe[0]);
            _ = CloseDescriptor(outputPipe[1]);
            return ProgramResult.NotStarted;
        }
        int started = Spawn(path, request, outputPipe[1], separate ? errorPipe[1] : outputPipe[1], out int process);
        _ = CloseDescriptor(outputPipe[1]);
        if (separate)
            _ = CloseDescriptor(errorPipe[1]);
        int status = ProgramResult.NotStarted;
        if (started == 0)
        {
            using var forwarding = new SignalForwarding(process);
            Pump(outputPipe[0], errorPipe[0], output, process, request.TimeLimit);
            status = Wait(process);
        }
        _ = CloseDescriptor(outputPipe[0]);
        if (separate)
            _ = CloseDescriptor(errorPipe[0]);
        return status;
    }

    private static int Spawn(string path, ProgramRequest request, int output, int error, out int process)
    {
        // glibc's posix_spawn_file_actions_t is 80 bytes, posix_spawnattr_t 336, sigset_t 128; musl's are smaller.
        byte* actions = stackalloc byte[512];
        byte* attributes = stackalloc byte[512];
        byte* signals = stackalloc byte[128];
        new Span<byte>(signals, 128).Clear();
        _ = ActionsInitialize(actions);
        _ = AttributesInitialize(attributes);
        _ = AttributesSetMask(attributes, signals);
        signals[(SigPipe - 1) / 8] |= 1 << ((SigPipe - 1) % 8);
        _ = AttributesSetDefault(attributes, signals);
        _ = AttributesSetFlags(attributes, SetSignalDefault | SetSignalMask);
        _ = ActionsAddDuplicate(actions, output, 1);
        _ = ActionsAddDuplicate(actions, error, 2);
        using var words = new NativeWords([request.Name ?? request.Program, .. request.Arguments]);
        using var environment = new NativeWords(request.Environment);
        int result;
        int id = 0;
        fixed (byte* directory = ByteText.ToZeroTerminated(request.Directory ?? "."))
        fixed (byte* program = ByteText.ToZeroTerminated(path))
        {
            if (request.Directory is not null)
                _ = ActionsAddDirectory(actions, directory);
            result = PosixSpawn(&id, program, actions, attributes, words.Pointer, environment.Pointer);
        }
        _ = ActionsDestroy(actions);
        _ = AttributesDestroy(attributes);
        process = id;
        return result;
    }

    private static void Pump(int output, int error, Action<ReadOnlyMemory<byte>, bool> handler, int process, int timeLimit)
    {
        long end = timeLimit > 0 ? Environment.TickCount64 + timeLimit : long.MaxValue;
        byte[] buffer = new byte[65536];
        PollDescriptor* descriptors = stackalloc PollDescriptor[2];
        descriptors[0] = new PollDescriptor { Descriptor = output, Events = PollIn };
        descriptors[1] = new PollDescriptor { Descriptor = error, Events = PollIn };
        while (descriptors[0].Descriptor >= 0 || descriptors[1].Descriptor >= 0)
        {
            int wait = end == long.MaxValue ? -1 : (int)Math.Max(0, end - Environment.TickCount64);
            if (wait == 0)
            {
                _ = Kill(process, SigKill);
                end = long.MaxValue;
                continue;
            }
            if (Poll(descriptors, 2, wait) <= 0)
                continue;
            for (int i = 0; i < 2; i++)
            {
                if (descriptors[i].Descriptor < 0 || descriptors[i].Returned == 0)
                    continue;
                nint count;
                fixed (byte* p = buffer)
                    count = ReadDescriptor(descriptors[i].Descriptor, p, buffer.Length);
                if (count > 0)
                    handler(buffer.AsMemory(0, (int)count), i == 1);
                else if (count == 0 || Marshal.GetLastPInvokeError() != Errno.Interrupted)
                    descriptors[i].Descriptor = -1;
            }
        }
    }

    private static int Wait(int process)
    {
        int status;
        while (WaitProcess(process, &status, 0) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Errno.Interrupted)
                return ProgramResult.NotStarted;
        }
        int signal = status & 0x7f;
        return signal != 0 ? 128 + signal : (status >> 8) & 0xff;
    }
}
