using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>What a command has answered in this run.</summary>
internal sealed record ProbeAnswer(IReadOnlyList<string> Words, IReadOnlyList<string> Environment, string Directory, ShellResult Result, string Errors)
{
    /// <summary>Whether it answers this command too. Environments with the same entries are one list (<see cref="ChildEnvironment"/>).</summary>
    public bool IsTo(IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory) =>
        ReferenceEquals(environment, Environment) && directory == Directory && words.SequenceEqual(Words);
}
