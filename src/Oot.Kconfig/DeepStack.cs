using System.Runtime.ExceptionServices;

namespace Oot.Kconfig;

/// <summary>Runs what goes down along dependencies, which may nest deeper than a thread's ordinary stack.</summary>
internal static class DeepStack
{
    private const int Size = 256 << 20;

    internal static void Run(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception other)
            {
                failure = ExceptionDispatchInfo.Capture(other);
            }
        }, Size);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
