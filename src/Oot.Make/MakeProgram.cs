using Oot.Core;
using Oot.Make.Caching.Runs;
using Oot.Make.Evaluation;
using Oot.Make.Execution;

namespace Oot.Make;

/// <summary>GNU make as a function: words and environment in, exit code out.</summary>
public static class MakeProgram
{
    /// <summary>Deep recursion of makefiles is limited by this alone; only what is used is ever taken.</summary>
    private const int StackBytes = 1 << 29;

    /// <summary>Runs make once; a process can do that once, because the working directory and signals are its own.</summary>
    /// <param name="arguments">The words after the program's name, as byte text.</param>
    /// <param name="environment"><c>NAME=VALUE</c> strings, as byte text.</param>
    /// <param name="name">argv[0]: what <c>$(MAKE)</c> is and whose last part opens every message.</param>
    /// <param name="substitution">What may put another program in a command's place; null: nothing.</param>
    /// <param name="memory">Notes the run and remembers it; null: nothing.</param>
    /// <returns>make's exit code: 0, 1 (<c>-q</c>: something is to be done) or 2.</returns>
    public static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string name, ICommandSubstitution? substitution = null, RunMemory? memory = null)
    {
        ProcessSignals.Prepare();
        int result = 0;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = new MakeRun(arguments, environment, name, substitution, memory).Execute();
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
