namespace Oot.Make.Rules;

/// <summary>Gives prerequisites another order under <c>--shuffle</c>.</summary>
internal static class GraphShuffle
{
    /// <summary>Shuffles a list and the prerequisites of everything it leads to.</summary>
    public static void Shuffle(this MakeState state, DependencyList dependencies)
    {
        if (state.Shuffler is null || state.NotParallel)
            return;
        state.Shuffler.Reseed();
        ShuffleOne(state, dependencies);
        foreach (Dependency dependency in dependencies)
            ShuffleFile(state, dependency.File);
    }

    /// <summary>Shuffles the prerequisites of a file and of everything they lead to, once.</summary>
    public static void ShuffleFile(MakeState state, FileNode? file)
    {
        if (file is null || file.IsShuffled)
            return;
        file.IsShuffled = true;
        ShuffleOne(state, file.Dependencies);
        foreach (Dependency dependency in file.Dependencies)
            ShuffleFile(state, dependency.File);
    }

    private static void ShuffleOne(MakeState state, DependencyList dependencies)
    {
        if (dependencies.Count == 0 || dependencies.Exists(dependency => dependency.WaitsHere))
            return;
        Dependency[] order = [.. dependencies];
        state.Shuffler!.Shuffle<Dependency>(order);
        for (int i = 0; i < order.Length; i++)
            dependencies[i].Shuffled = order[i];
    }
}
