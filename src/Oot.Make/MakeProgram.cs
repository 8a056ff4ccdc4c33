using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make;

/// <summary>GNU make as a function: words and environment in, exit code out.</summary>
public static class MakeProgram
{
    /// <summary>Runs make: once in a process, because the working directory and signals are its own, and from there whatever <see cref="MakeInvocation.RunBelow"/> is called for.</summary>
    /// <param name="invocation">What it is called with.</param>
    /// <returns>make's exit code: 0, 1 (<c>-q</c>: something is to be done) or 2.</returns>
    public static int Run(MakeInvocation invocation)
    {
        if (MakeProcess.Current.IsBelow)
            return RunToTheEnd(invocation);
        ProcessSignals.Prepare();
        FreshMemory.SetAside();
        int result = 0;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = RunToTheEnd(invocation);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }, MakeProcess.StackBytes);
        thread.Start();
        thread.Join();
        return failure is null ? result : throw failure;
    }

    private static int RunToTheEnd(MakeInvocation? invocation)
    {
        int status = 0;
        while (invocation is not null)
        {
            var run = new MakeRun(invocation);
            status = run.Execute();
            invocation = run.Next;
        }
        return status;
    }
}
