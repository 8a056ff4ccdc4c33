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
    private const int LargestObject = 1 << 20;
    private const long RefusalNs = 3_600_000_000_000;

    /// <summary>With one of these a compiler reads headers that no list has, or writes one more list (cpp(1)).</summary>
    private static readonly string[] RefusedVariables = ["CPATH", "C_INCLUDE_PATH", "DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES"];

    /// <summary>Makes a call's object without a compiler: whether it could be done.</summary>
    public bool Produce(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        if (Read(words, environment) is not { } call || PartsOf(call, environment) is not { } compiler
            || cache.Find(CacheDirectory.Objects, KeyOf(call, environment, compiler)) is not { } reader || reader.Number() != 0)
            return false;
        string identity = reader.Text();
        List<FileQuestion> inputs = [];
        for (int left = reader.Count(); left > 0; left--)
            inputs.Add(new FileQuestion(reader.Text(), FileQuestionKind.Identity));
        var made = new MadeObject(reader.Text(), reader.Text());
        if (reader.IsBroken || ProgramIdentities.TextOf(inputs, FileAnswers.Ask) != identity || !Place(call, made))
            return false;
        explain("made without a compiler: " + call.Output);
        return true;
    }

    /// <summary>A call to start instead, from which can be learned what it makes; null: none.</summary>
    public ObjectLesson? Begin(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        if (Read(words, environment) is not { } call || PartsOf(call, environment) is not { } compiler)
            return null;
        string key = KeyOf(call, environment, compiler);
        if (cache.Find(CacheDirectory.Objects, key)?.Number() is > 0 and var refusedNs && FileClock.NowNs() - refusedNs is >= 0 and < RefusalNs)
            return null;
        string parts = IdentityOf(compiler);
        long startNs = FileClock.NowNs();
        return ObjectLesson.Begin(cache, disk, key, call, made =>
        {
            if (made is null)
                // It had something to say, or failed: that is its run's own, and for an hour it is not tried twice.
                cache.Store(CacheDirectory.Objects, key, new CacheWriter().Text(key).Number(startNs));
            else if (Place(call, made))
                WorkBeside.Start(() => Keep(call, made, key, compiler, parts, startNs));
            else
                made = null;
            return made is not null;
        });
    }

    private CompileCall? Read(IReadOnlyList<string> words, IReadOnlyList<string> environment) =>
        CompileCall.MayBe(words) && known.IsForAll(words[^1]) && !Array.Exists(RefusedVariables, name => ProcessEnvironment.Value(environment, name) is not null) ? CompileCall.Read(words) : null;

    /// <summary>The files that the call's compiler consists of; null when they are not known. A wrapper under a compiler's name (ccache) is none.</summary>
    private List<FileQuestion>? PartsOf(CompileCall call, IReadOnlyList<string> environment) =>
        ProgramSearch.Find(call.Compiler, null, environment, out _) is { } compiler && IsCompiler(compiler) && disk.RealPath(compiler, out string real) == 0 && IsCompiler(real)
            ? probes.PartsOf(compiler, environment)
            : null;

    private static bool IsCompiler(string path) => PureProgramTable.Find(path[(path.LastIndexOf('/') + 1)..])?.Kind == PureProgramKind.Compiler;

    // Where the sources were compiled is part of what there is to debug them, and that PWD may say.
    private string KeyOf(CompileCall call, IReadOnlyList<string> environment, List<FileQuestion> compiler) =>
        $"object 1\n{probes.CircumstancesOf(environment)}\n{IdentityOf(compiler)}\n{ProcessContext.WorkingDirectory()}\n{ProcessEnvironment.Value(environment, "PWD")}\n"
        + string.Join('\0', call.WordsFor("", ""));

    private static string IdentityOf(List<FileQuestion> files) => ProgramIdentities.TextOf(files, FileAnswers.Ask);

    /// <summary>Keeps an object that has been made, if all that it depends on is still as it was when the compiler began.</summary>
    private void Keep(CompileCall call, MadeObject made, string key, List<FileQuestion> compiler, string parts, long startNs)
    {
        // The make's own holds directories open, for one thread.
        if (made.Code.Length > LargestObject || ObjectInputs.Of(new Disk(), call, made.List) is not { } inputs)
            return;
        var now = new FileAnswers();
        if (!inputs.Concat(compiler).All(file => IsOlder(now.Of(file), startNs)) || IdentityOf(compiler) != parts)
            return;
        CacheWriter content = new CacheWriter().Text(key).Number(0).Text(ProgramIdentities.TextOf(inputs, now.Of)).Number(inputs.Count);
        foreach (FileQuestion input in inputs)
            content.Text(input.Path);
        cache.Store(CacheDirectory.Objects, key, content.Text(made.List).Text(made.Code));
    }

    private static bool IsOlder(FileAnswer file, long momentNs) => FileClock.ShowsChange(file.ModifiedNs, momentNs) && FileClock.ShowsChange(file.ChangedNs, momentNs);

    /// <summary>Puts an object and its list where the call would have: the list first, and the object as a new file. False: the call itself has to try.</summary>
    private bool Place(CompileCall call, MadeObject made)
    {
        if (!IsFree(call.Output) || !IsFree(call.List))
            return false;
        MakeProcess.Current.BeSeen();
        return disk.Write(call.List, made.List, append: false) == 0
            && disk.Remove(call.Output) is 0 or Errno.NoEntry
            && disk.Write(call.Output, made.Code, append: false) == 0;
    }

    /// <summary>Whether there is no such file, or one that the compiler's would replace; an empty one it writes into.</summary>
    private bool IsFree(string path) => disk.LinkStat(path, out FileStatus status) == Errno.NoEntry || status is { IsRegular: true, Size: > 0 };
}
