namespace Oot.Make.Caching;

/// <summary>What a command depends on besides its text, the working directory and the environment, as somebody says who knows it. It changes nothing that stays.</summary>
/// <param name="Programs">Paths of the programs that it can run.</param>
/// <param name="Files">Absolute paths of files that it reads.</param>
/// <param name="Names">Absolute paths of which it matters whether something is there.</param>
/// <param name="Directory">The directory in which it makes files that it removes again; null: none.</param>
/// <param name="Variables">The names of the environment variables that it and its programs can read.</param>
public sealed record DeclaredInputs(
    IReadOnlyCollection<string> Programs, IReadOnlyCollection<string> Files, IReadOnlyCollection<string> Names, string? Directory, IReadOnlyCollection<string> Variables)
{
    internal CommandInputs ToInputs()
    {
        var inputs = new CommandInputs();
        inputs.Programs.UnionWith(Programs);
        inputs.Variables.UnionWith(Variables);
        foreach (string file in Files)
            inputs.Files.Add(new FileQuestion(file, FileQuestionKind.Identity));
        foreach (string name in Names)
            inputs.Files.Add(new FileQuestion(name, FileQuestionKind.Existence));
        if (Directory is not null)
            inputs.Files.Add(new FileQuestion(Directory, FileQuestionKind.Writable));
        return inputs;
    }
}
