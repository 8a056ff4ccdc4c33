namespace Oot.Core;

/// <summary>
/// One thing done for many numbers by all processors, each worker with a state of its own that lives as long as the work: large buffers are made once a processor. (Parallel.For makes its
/// local state anew whenever it starts another task.)
/// </summary>
public static class ParallelWork
{
    /// <summary>Does it for 0 to <paramref name="count"/> − 1, in any order; the first exception of a worker is thrown.</summary>
    /// <param name="state">Makes a worker's state.</param>
    /// <param name="body">Does one.</param>
    public static void Run<T>(int count, Func<T> state, Action<int, T> body)
    {
        int next = -1;
        int workers = Math.Min(Environment.ProcessorCount, count);
        if (workers <= 1)
        {
            Work();
            return;
        }
        Task[] tasks = new Task[workers - 1];
        for (int i = 0; i < tasks.Length; i++)
            tasks[i] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Work();
        foreach (Task task in tasks)
            task.GetAwaiter().GetResult();

        void Work()
        {
            T own = state();
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                body(i, own);
        }
    }
}
