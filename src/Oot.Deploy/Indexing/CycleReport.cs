namespace Oot.Deploy.Indexing;

/// <summary>Says which modules need one another in a circle, each circle as a path from one of them back to it (kmod, tools/depmod.c).</summary>
internal sealed class CycleReport(IReadOnlyList<IndexedFile> files, int[][] needs, IndexMessages messages)
{
    // kmod has no such limit and runs out of memory: paths through many circles are more than anyone reads.
    private const int MostSteps = 100_000;

    private readonly bool[] visited = new bool[files.Count];
    private readonly HashSet<int> inCycles = [];
    private int steps;

    /// <param name="left">How many users each module has that could not be put in order.</param>
    internal void Say(int[] left)
    {
        var roots = new List<int>();
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] > 0)
                roots.Add(i);
        }
        while (roots.Count > 0 && steps < MostSteps)
        {
            int root = roots[0];
            roots.RemoveAt(0);
            From(root, roots);
        }
        messages.Say(MessageLevel.Error, $"Found {inCycles.Count} modules in dependency cycles!");
    }

    private void From(int root, List<int> roots)
    {
        var stack = new Stack<Step>();
        stack.Push(new Step(root, null));
        while (stack.TryPop(out Step? step) && steps++ < MostSteps)
        {
            if (visited[step.Module] && step.Module == root)
            {
                Report(step, roots);
                continue;
            }
            visited[step.Module] = true;
            if (needs[step.Module].Length == 0)
                TakeOut(step.Module, roots);
            foreach (int need in needs[step.Module])
            {
                if (!step.Leads(need, root))
                    stack.Push(new Step(need, step));
            }
        }
    }

    private void Report(Step last, List<int> roots)
    {
        var path = new List<int> { last.Module };
        for (Step? step = last.Before; step is not null; step = step.Before)
            path.Add(step.Module);
        path.Reverse();
        foreach (int module in path[..^1])
        {
            inCycles.Add(module);
            TakeOut(module, roots);
        }
        messages.Say(MessageLevel.Error, $"Cycle detected: {string.Join(" -> ", path.Select(module => files[module].Name))}");
    }

    // kmod's list is a ring, and goes on with what followed the one that was taken out.
    private static void TakeOut(int module, List<int> roots)
    {
        int at = roots.IndexOf(module);
        if (at < 0)
            return;
        List<int> before = roots[..at];
        roots.RemoveRange(0, at + 1);
        roots.AddRange(before);
    }

    private sealed record Step(int Module, Step? Before)
    {
        // A circle that does not hold the root is another root's, and would be gone round for ever.
        internal bool Leads(int need, int root)
        {
            if (need == root)
                return false;
            for (Step? step = this; step is not null; step = step.Before)
            {
                if (step.Module == need)
                    return true;
            }
            return false;
        }
    }
}
