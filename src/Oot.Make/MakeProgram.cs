using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make;

/// <summary>GNU make as a function: words and environment in, exit code out.</summary>
public static class MakeProgram
{
    /// <summary>Deep recursion of makefiles is limited by this alone; only what is used is ever taken.</summary>
    private const int StackBytes = 1 << 29;

    /// <summary>Runs make once; a process can do that once, because the working directory and signals are its own.</summary>
    /// <param name="invocation">What it is called with.</param>
    /// <returns>make's exit code: 0, 1 (<c>-q</c>: something is to be done) or 2.</returns>
    public static int Run(MakeInvocation invocation)
    {
        ProcessSignals.Prepare();
        FreshMemory.SetAside();
        int result = 0;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = new MakeRun(invocation).Execute();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }, StackBytes);
        thread.Start();
        thread.Join();
        return failure is null ? result : throw failure;
    }
}
