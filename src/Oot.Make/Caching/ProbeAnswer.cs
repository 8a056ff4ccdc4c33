using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>What a command has answered. It holds as long as the files and variables that it depends on are the same; what else is in the environment means nothing to it.</summary>
/// <param name="Words">The program and its arguments.</param>
/// <param name="Directory">Where it worked.</param>
/// <param name="ProgramVariables">The variables that programs read, with their values.</param>
/// <param name="Variables">Those that the command reads itself; null for one that was not set.</param>
/// <param name="Files">The files that it depends on, and what they were like.</param>
/// <param name="Result">Its output and status.</param>
/// <param name="Errors">What it said on standard error.</param>
internal sealed record ProbeAnswer(IReadOnlyList<string> Words, string Directory, string ProgramVariables, IReadOnlyList<(string Name, string? Value)> Variables,
    IReadOnlyList<(FileQuestion Question, FileAnswer Answer)> Files, ShellResult Result, string Errors)
{
    /// <summary>Another answer to the same text, under other variables; null: none.</summary>
    public ProbeAnswer? Next { get; init; }

    /// <summary>When its files were looked at last (<see cref="FileAnswers.Version"/>).</summary>
    public int Version { get; set; }

    /// <summary>Whether its files are what they were.</summary>
    public bool Holds(FileAnswers files)
    {
        if (Version == files.Version)
            return true;
        foreach ((FileQuestion question, FileAnswer answer) in Files)
            if (files.Of(question) != answer)
                return false;
        Version = files.Version;
        return true;
    }

    /// <summary>Whether it answers this command too.</summary>
    public bool IsTo(Probe probe, string programVariables)
    {
        if (probe.Directory != Directory || programVariables != ProgramVariables || !probe.Words.SequenceEqual(Words))
            return false;
        foreach ((string name, string? value) in Variables)
            if (ProcessEnvironment.Value(probe.Environment, name) != value)
                return false;
        return true;
    }

    /// <summary>Stands for what was asked.</summary>
    public ulong QuestionHash
    {
        get
        {
            ulong hash = TextHash.Of(Directory) ^ TextHash.Of(ProgramVariables);
            foreach (string word in Words)
                hash = (hash * 31) + TextHash.Of(word);
            foreach ((string name, string? value) in Variables)
                hash = (((hash * 31) + TextHash.Of(name)) * 31) + TextHash.Of(value ?? "\0");
            return hash;
        }
    }
}
