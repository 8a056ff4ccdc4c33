namespace Oot.Make.Caching;

/// <summary>
/// What <see cref="CommandJudge"/> found a command to depend on, the last time. A hint, which saves reading the command and its scripts: an answer that is stored under exactly these inputs in their
/// present state was stored for inputs that the judge had found in that very state, so the answer is right whether or not the hint is the newest.
/// </summary>
internal sealed class RememberedJudgements(CacheDirectory cache)
{
    private const string Kind = "judged";

    /// <summary>The inputs of a command; null when there are none on record.</summary>
    public CommandInputs? Find(string command)
    {
        if (cache.Find(Kind, command) is not { } reader)
            return null;
        var inputs = new CommandInputs { AsksKernel = reader.Number() != 0 };
        string temporary = reader.Text();
        inputs.TemporaryDirectory = temporary.Length == 0 ? null : temporary;
        for (int left = reader.Count(); left > 0; left--)
            inputs.Programs.Add(reader.Text());
        for (int left = reader.Count(); left > 0; left--)
            inputs.Variables.Add(reader.Text());
        for (int left = reader.Count(); left > 0; left--)
            inputs.Files.Add(new FileQuestion(reader.Text(), (FileQuestionKind)reader.Number()));
        return reader.IsBroken ? null : inputs;
    }

    /// <summary>Puts a command's inputs on record.</summary>
    public void Store(string command, CommandInputs inputs)
    {
        CacheWriter writer = new CacheWriter().Text(command).Number(inputs.AsksKernel ? 1 : 0).Text(inputs.TemporaryDirectory ?? "");
        writer.Number(inputs.Programs.Count);
        foreach (string program in inputs.Programs)
            writer.Text(program);
        writer.Number(inputs.Variables.Count);
        foreach (string variable in inputs.Variables)
            writer.Text(variable);
        writer.Number(inputs.Files.Count);
        foreach (FileQuestion file in inputs.Files)
            writer.Text(file.Path).Number((long)file.Kind);
        cache.Store(Kind, command, writer);
    }
}
