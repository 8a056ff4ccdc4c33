using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching.Objects;

/// <summary>
/// Objects that every module of a kernel gets alike, since kbuild compiles a source of its own for each (<see cref="IKnownCommands.IsForAll"/>). A call with the same words, compiler and variables gives the same
/// object as long as nothing of what it had read has changed, and no file has appeared or gone where it had looked (docs/design/caches.md).
/// </summary>
/// <param name="cache">Where they lie.</param>
/// <param name="probes">Knows compilers.</param>
/// <param name="known">Says which sources count.</param>
/// <param name="disk">The file system.</param>
/// <param name="explain">Hears of an object that needed no compiler.</param>
internal sealed class CompiledObjects(CacheDirectory cache, ProbeCache probes, IKnownCommands known, IDisk disk, Action<string> explain)
{
    private const int LargestObject = 1 << 20, Refused = 1;

    /// <summary>With one of these a compiler reads headers that no list has, or writes one more list (cpp(1)).</summary>
    private static readonly string[] RefusedVariables = ["CPATH", "C_INCLUDE_PATH", "DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES"];

    /// <summary>Makes a call's object without a compiler: whether it could be done.</summary>
    public bool Produce(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        if (Read(words, environment) is not { } call || PartsOf(call, environment) is not { } compiler
            || cache.Find(CacheDirectory.Objects, KeyOf(call, environment, compiler)) is not { } reader || reader.Number() == Refused)
            return false;
        string identity = reader.Text();
        List<FileQuestion> inputs = [];
        for (int left = reader.Count(); left > 0; left--)
            inputs.Add(new FileQuestion(reader.Text(), FileQuestionKind.Identity));
        string list = reader.Text(), code = reader.Text();
        if (reader.IsBroken || ProgramIdentities.TextOf(inputs, FileAnswers.Ask) != identity || !IsFree(call.Output) || !IsFree(call.List))
            return false;
        MakeProcess.Current.BeSeen();
        explain("made without a compiler: " + call.Output);
        // As the compiler and the assembler do: the list while it reads, and at the end an object that is a new file.
        return disk.Write(call.List, list, append: false) == 0
            && disk.Remove(call.Output) is 0 or Errno.NoEntry
            && disk.Write(call.Output, code, append: false) == 0;
    }

    /// <summary>What can be learned from a call that is about to start; null: nothing.</summary>
    /// <param name="errors">The descriptor that it would have for errors.</param>
    public ObjectLesson? Begin(IReadOnlyList<string> words, IReadOnlyList<string> environment, int errors)
    {
        if (Read(words, environment) is not { } call || PartsOf(call, environment) is not { } compiler)
            return null;
        string key = KeyOf(call, environment, compiler);
        // On a terminal a compiler speaks in colours, and only there: one that had something to say is left alone from then on.
        bool isShown = SystemCalls.IsTerminal(errors < 0 ? 2 : errors) != 0;
        if (isShown && cache.Find(CacheDirectory.Objects, key)?.Number() == Refused)
            return null;
        long startNs = FileClock.NowNs();
        return ObjectLesson.Begin(errors, isQuiet =>
        {
            CacheWriter? content = isQuiet ? Content(call, key, compiler, startNs) : isShown ? new CacheWriter().Text(key).Number(Refused) : null;
            if (content is not null && key == KeyOf(call, environment, compiler))
                cache.Store(CacheDirectory.Objects, key, content);
        });
    }

    private CompileCall? Read(IReadOnlyList<string> words, IReadOnlyList<string> environment) =>
        CompileCall.MayBe(words) && known.IsForAll(words[^1]) && !Array.Exists(RefusedVariables, name => ProcessEnvironment.Value(environment, name) is not null) ? CompileCall.Read(words) : null;

    /// <summary>The files that the call's compiler consists of; null when they are not known.</summary>
    private List<FileQuestion>? PartsOf(CompileCall call, IReadOnlyList<string> environment) =>
        ProcessEnvironment.FindProgram(disk, environment, call.Words[0]) is { } compiler && PureProgramTable.Find(compiler[(compiler.LastIndexOf('/') + 1)..])?.Kind == PureProgramKind.Compiler
            ? probes.PartsOf(compiler, environment)
            : null;

    // Where the sources were compiled is part of what there is to debug them, and that PWD may say.
    private string KeyOf(CompileCall call, IReadOnlyList<string> environment, List<FileQuestion> compiler) =>
        $"object 1\n{probes.CircumstancesOf(environment)}\n{ProgramIdentities.TextOf(compiler, FileAnswers.Ask)}\n{ProcessContext.WorkingDirectory()}\n{ProcessEnvironment.Value(environment, "PWD")}\n{call.TextElsewhere()}";

    /// <summary>What is kept of an object that has been made; null: nothing.</summary>
    private CacheWriter? Content(CompileCall call, string key, List<FileQuestion> compiler, long startNs)
    {
        if (disk.Stat(call.Output, out FileStatus status) != 0 || status is not { IsRegular: true, Size: > 0 and <= LargestObject }
            || disk.Read(call.Output, out string code) != 0 || disk.Read(call.List, out string list) != 0 || ObjectInputs.Of(disk, call, list) is not { } inputs)
            return null;
        // All must have been as they are when the compiler began.
        var now = new FileAnswers();
        if (!inputs.Concat(compiler).All(file => IsOlder(now.Of(file), startNs)))
            return null;
        CacheWriter content = new CacheWriter().Text(key).Number(0).Text(ProgramIdentities.TextOf(inputs, now.Of)).Number(inputs.Count);
        foreach (FileQuestion input in inputs)
            content.Text(input.Path);
        return content.Text(list).Text(code);
    }

    private static bool IsOlder(FileAnswer file, long momentNs) => FileClock.ShowsChange(file.ModifiedNs, momentNs) && FileClock.ShowsChange(file.ChangedNs, momentNs);

    /// <summary>Whether a file can be written as the compiler would: none there, or one that it replaces.</summary>
    private bool IsFree(string path) => disk.LinkStat(path, out FileStatus status) == Errno.NoEntry || status.IsRegular;
}
