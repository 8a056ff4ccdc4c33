using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>
/// What all probes of a make have answered, in one file, with the state of every file that they depend on: where all of these are as they were, one look at each of them answers the same make's probes. Not
/// one of them is looked up and put together by itself, which for a module's seventy takes longer than all else that its makefiles ask for.
/// </summary>
/// <param name="cache">Where it lies.</param>
/// <param name="make">Names the make: its directory and words.</param>
internal sealed class RememberedAnswers(CacheDirectory cache, string make)
{
    /// <summary>Where answers lie.</summary>
    public const string Kind = "answers";

    private readonly Dictionary<ulong, ProbeAnswer> _answers = [];
    private readonly HashSet<ulong> _before = [];

    /// <summary>Reads the answers of the last time; none where anything has changed that they depend on.</summary>
    /// <param name="circumstances">All that every probe depends on.</param>
    /// <param name="files">Asks the disk.</param>
    /// <param name="note">Is told of the answers before they are used.</param>
    public IEnumerable<ProbeAnswer> Read(string circumstances, FileAnswers files, Action<IReadOnlyList<ProbeAnswer>> note)
    {
        if (cache.Find(Kind, make) is not { } reader || !reader.IsText(circumstances))
            return [];
        var used = new (FileQuestion Question, FileAnswer Answer)[reader.Count()];
        for (int i = 0; i < used.Length; i++)
        {
            used[i] = (new FileQuestion(reader.Text(), (FileQuestionKind)reader.Number()), new FileAnswer((ulong)reader.Number(), reader.Number(), reader.Number()));
            if (reader.IsBroken || files.Of(used[i].Question) != used[i].Answer)
                return [];
        }
        var answers = new List<ProbeAnswer>();
        string programVariables = "";
        for (int left = reader.Count(); left > 0 && !reader.IsBroken; left--)
            answers.Add(Answer(reader, used, ref programVariables));
        if (reader.IsBroken)
            return [];
        foreach (ProbeAnswer answer in answers)
        {
            answer.Version = files.Version;
            _before.Add(answer.QuestionHash);
        }
        note(answers);
        return answers;
    }

    private static ProbeAnswer Answer(CacheReader reader, (FileQuestion Question, FileAnswer Answer)[] used, ref string programVariables)
    {
        string[] words = new string[reader.Count()];
        for (int i = 0; i < words.Length; i++)
            words[i] = reader.Text();
        string directory = reader.Text();
        if (reader.Number() != 0)
            programVariables = reader.Text();
        var variables = new (string, string?)[reader.Count()];
        for (int i = 0; i < variables.Length; i++)
            variables[i] = (reader.Text(), reader.Number() != 0 ? reader.Text() : null);
        var files = new (FileQuestion, FileAnswer)[reader.Count()];
        for (int i = 0; i < files.Length; i++)
        {
            long index = reader.Number();
            if (reader.IsBroken || (ulong)index >= (ulong)used.Length)
                break;
            files[i] = used[index];
        }
        return new ProbeAnswer(words, directory, programVariables, variables, files, new ShellResult(reader.Text(), (int)reader.Number(), 0, 0), reader.Text());
    }

    /// <summary>A probe was answered.</summary>
    public void Add(ProbeAnswer answer) => _answers[answer.QuestionHash] = answer;

    /// <summary>The make is over: keeps what it was answered, if that is anything new.</summary>
    public void Keep(string circumstances)
    {
        if (_answers.Keys.All(_before.Contains))
            return;
        var places = new Dictionary<FileQuestion, (int Place, FileAnswer Answer)>();
        foreach (ProbeAnswer answer in _answers.Values)
            foreach ((FileQuestion question, FileAnswer state) in answer.Files)
                // Two states of a file cannot both be looked for.
                if (!places.TryAdd(question, (places.Count, state)) && places[question].Answer != state)
                    return;
        CacheWriter writer = new CacheWriter().Text(make).Text(circumstances).Number(places.Count);
        foreach ((FileQuestion question, (_, FileAnswer state)) in places.OrderBy(file => file.Value.Place))
            writer.Text(question.Path).Number((long)question.Kind).Number((long)state.Place).Number(state.ModifiedNs).Number(state.ChangedNs);
        writer.Number(_answers.Count);
        string programVariables = "";
        foreach (ProbeAnswer answer in _answers.Values)
            Write(writer, answer, places, ref programVariables);
        cache.Store(Kind, make, writer);
    }

    private static void Write(CacheWriter writer, ProbeAnswer answer, Dictionary<FileQuestion, (int Place, FileAnswer Answer)> places, ref string programVariables)
    {
        writer.Number(answer.Words.Count);
        foreach (string word in answer.Words)
            writer.Text(word);
        writer.Text(answer.Directory);
        bool isOther = answer.ProgramVariables != programVariables;
        writer.Number(isOther ? 1 : 0);
        if (isOther)
            writer.Text(programVariables = answer.ProgramVariables);
        writer.Number(answer.Variables.Count);
        foreach ((string name, string? value) in answer.Variables)
        {
            writer.Text(name).Number(value is null ? 0 : 1);
            if (value is not null)
                writer.Text(value);
        }
        writer.Number(answer.Files.Count);
        foreach ((FileQuestion question, _) in answer.Files)
            writer.Number(places[question].Place);
        writer.Text(answer.Result.Output).Number(answer.Result.ExitCode).Text(answer.Errors);
    }
}
