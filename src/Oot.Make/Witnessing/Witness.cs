using Oot.Make.Execution;

namespace Oot.Make.Witnessing;

/// <summary>
/// Follows a command and all processes that it starts, from system call to system call (ptrace(2)), and tells an account of what they do. Once the account has given up, it lets
/// go of them: a program that gives rights (<c>sudo</c>) gives none to who is watched.
/// </summary>
internal sealed unsafe class Witness(int main, DeterministicProgram? program, WitnessAccount account, CallReader calls, OneProcessor processor)
{
    /// <summary>Milliseconds: whatever goes on for longer is better done quickly than remembered.</summary>
    private const int LongestWatch = 5000;

    private readonly long _since = Environment.TickCount64;
    private readonly Dictionary<int, WitnessedProcess> _processes = new() { [main] = new WitnessedProcess(main) { Next = program } };

    /// <summary>Follows the command to its end.</summary>
    public ChildExit Follow()
    {
        ChildExit ended = new(main, 127, 0, false);
        while (_processes.Count > 0)
        {
            int status = 0, id = SystemCalls.WaitPid(-1, &status, TraceMethods.AllChildren);
            if (id < 0)
            {
                if (SystemCalls.Errno == Core.Errno.Interrupted)
                    continue;
                break;
            }
            if ((status & 0xff) == 0x7f)
            {
                Stopped(ProcessOf(id), status >> 8);
                continue;
            }
            _processes.Remove(id);
            if (id != main)
                continue;
            ended = ChildExit.FromStatus(id, status);
            // What goes on after its end is nobody's to wait for.
            if (_processes.Count > 0)
                account.GiveUp("it leaves processes behind");
            break;
        }
        return ended;
    }

    private WitnessedProcess ProcessOf(int id)
    {
        if (_processes.TryGetValue(id, out WitnessedProcess? known))
            return known;
        var process = new WitnessedProcess(id) { HasBegun = true, Program = calls.ProgramOf(id) };
        _processes.Add(id, process);
        return process;
    }

    private void Stopped(WitnessedProcess process, int stop)
    {
        int signal = stop & 0xff, happened = stop >> 8, delivered = 0;
        if (signal == TraceMethods.SyscallStop)
            AtCall(process);
        else if (happened == TraceMethods.ExecuteEvent)
            (process.HasBegun, process.Program, process.Next) = (true, process.Next, null);
        else if (happened is TraceMethods.ForkEvent or TraceMethods.VforkEvent or TraceMethods.CloneEvent)
            // Known at once: it may stop for the first time after the command's end.
            _ = ProcessOf(TraceMethods.NewProcess(process.Id));
        else if (happened == 0)
            delivered = signal;
        if (account.Reason is null)
        {
            TraceMethods.GoOn(process.Id, delivered);
            return;
        }
        processor.Leave(process.Id);
        TraceMethods.LetGo(process.Id, delivered);
        if (process.Id != main)
            _processes.Remove(process.Id);
    }

    private void AtCall(WitnessedProcess process)
    {
        if (account.Reason is not null || !process.HasBegun)
            return;
        if (Environment.TickCount64 - _since > LongestWatch)
            account.GiveUp("it goes on for too long");
        else if (!TraceMethods.TryReadCall(process.Id, out StoppedCall call))
            account.GiveUp("the kernel does not tell of system calls");
        else if (call.Kind == TraceMethods.Entry)
            calls.Enter(process, call);
    }
}
