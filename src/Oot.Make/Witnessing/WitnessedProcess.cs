namespace Oot.Make.Witnessing;

/// <summary>A process of a command that is watched.</summary>
/// <param name="Id">Its number.</param>
internal sealed record WitnessedProcess(int Id)
{
    /// <summary>It is the command's own; before, the first one is still the program that starts it.</summary>
    public bool HasBegun { get; set; }


    /// <summary>What is known of the program that it runs; null: nothing.</summary>
    public DeterministicProgram? Program { get; set; }

    /// <summary>The program that it is about to become.</summary>
    public DeterministicProgram? Next { get; set; }
}
