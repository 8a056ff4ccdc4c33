using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Runs;

namespace Oot.Make.Execution;

/// <summary>
/// Which makes a process's first make calls for, one after the other, as it did the last time that it was called with the same words in the same directory. Each is rehearsed while the
/// one before it does its work (docs/design/execution.md). A plan that does not come true costs the time of another processor, and no answer.
/// </summary>
internal sealed class RehearsalPlan
{
    /// <summary>Where plans are remembered.</summary>
    public const string Kind = "plans";

    // A kernel's own build has hundreds of makes, many at once: what comes next is then anybody's guess.
    private const int MostMakes = 8;
    private const string Tokens = "--jobserver-auth=";

    private readonly Lock _gate = new();
    private readonly CacheDirectory _cache;
    private readonly string _key;
    private readonly Func<IReadOnlyList<string>, IReadOnlyList<string>, int> _run;
    private readonly IReadOnlyList<string> _environment, _forMakesBelow;
    private readonly List<PlannedMake> _expected;
    private readonly List<(PlannedMake Make, Rehearsal? Rehearsal)> _called = [];
    private (Rehearsal Rehearsal, MakeProcess Make)? _rehearsed;
    private MakeProcess? _last;
    private int _next;

    private RehearsalPlan(CacheDirectory cache, string key, Func<IReadOnlyList<string>, IReadOnlyList<string>, int> run, MakeInvocation invocation)
    {
        _cache = cache;
        _key = key;
        _run = run;
        _environment = invocation.Environment;
        _forMakesBelow = invocation.ForMakesBelow;
        _expected = Remembered();
    }

    /// <summary>The one of this process, or null.</summary>
    public static RehearsalPlan? Current { get; private set; }

    /// <summary>Finds the plan of the first make of a process.</summary>
    /// <param name="invocation">How that make was called.</param>
    /// <param name="cache">Where plans are remembered.</param>
    /// <param name="tokens">The job tokens that makes below are to share (<c>3,4</c>); null: none. Who expects others is not rehearsed.</param>
    public static void Open(MakeInvocation invocation, CacheDirectory cache, string? tokens)
    {
        if (invocation.RunBelow is not { } run || Environment.ProcessorCount == 1 || ProcessContext.WorkingDirectory() is not { } directory)
            return;
        string flags = ProcessEnvironment.Value(invocation.Environment, "MAKEFLAGS") ?? "";
        Current = new RehearsalPlan(cache, $"plan 3\n{directory}\n{flags}\n{string.Join('\0', invocation.Arguments)}", run, invocation);
        if (!Current._expected.TrueForAll(make => TokensOf(make) is not { } promised || promised == tokens) || (Current._expected.Count > 0 && !MakeProcess.CanHaveOwnDirectory))
            Current._expected.Clear();
        Current.Rehearse();
    }

    /// <summary>What was expected will not come: its job tokens are gone.</summary>
    public static void Abandon() => Current = null;

    private static string? TokensOf(PlannedMake make)
    {
        string flags = ProcessEnvironment.Value(make.Environment, "MAKEFLAGS") ?? "";
        int at = flags.IndexOf(Tokens, StringComparison.Ordinal);
        return at < 0 ? null : flags[(at + Tokens.Length)..].Split(' ')[0];
    }

    private List<PlannedMake> Remembered()
    {
        var plan = new List<PlannedMake>();
        if (_cache.Find(Kind, _key) is not { } reader)
            return plan;
        for (int left = reader.Count(); left > 0; left--)
            plan.Add(new PlannedMake(Texts(reader), Variables(reader), reader.Text(), reader.Number() != 0));
        return reader.IsBroken ? [] : plan;
    }

    private static string[] Texts(CacheReader reader)
    {
        string[] texts = new string[reader.Count()];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = reader.Text();
        return texts;
    }

    private List<string> Variables(CacheReader reader)
    {
        var variables = new List<string>();
        for (int left = reader.Count(); left > 0; left--)
        {
            bool isInherited = reader.Number() != 0;
            string text = reader.Text();
            if (!isInherited)
                variables.Add(text);
            else if (ProcessEnvironment.Value(_environment, text) is { } value)
                variables.Add($"{text}={value}");
        }
        return variables;
    }

    /// <summary>A make has nothing to do but to wait for its commands. If it is the one that began last, the next one may be rehearsed.</summary>
    public void Waits(MakeProcess make)
    {
        lock (_gate)
        {
            if (make == _last)
                Rehearse();
        }
    }

    private void Rehearse()
    {
        if (_rehearsed is not null || _next >= _expected.Count)
            return;
        var rehearsal = new Rehearsal(_expected[_next]);
        if (MakeProcess.Rehearse(rehearsal, call => _run(call.Arguments, call.Environment), _forMakesBelow) is { } make)
            _rehearsed = (rehearsal, make);
    }

    /// <summary>A make below is called for: the rehearsed one where that is the same, which then goes on, or the one that <paramref name="start"/> starts.</summary>
    public MakeProcess? Take(SpawnRequest call, Func<MakeProcess?> start)
    {
        Rehearsal? begun = null;
        MakeProcess? taken;
        lock (_gate)
        {
            bool isExpected = IsNext(call);
            if (isExpected && _rehearsed is var (rehearsal, make))
            {
                rehearsal.Begin(call);
                _called[^1] = (_called[^1].Make, begun = rehearsal);
                _last = make;
            }
            else
            {
                _last = start();
            }
            _rehearsed = null;
            // Its own first command may be the next make; while it reads there is time for that one.
            if (isExpected && _next < _expected.Count && LevelOf(_expected[_next]) != LevelOf(_expected[_next - 1]))
                Rehearse();
            taken = _last;
        }
        begun?.Help();
        return taken;
    }

    /// <summary>Notes a call; whether it is the one that was to come.</summary>
    private bool IsNext(SpawnRequest call)
    {
        if (ProcessContext.WorkingDirectory() is not { } directory || _called.Count > MostMakes)
            return false;
        var called = new PlannedMake(call.Arguments, [.. call.Environment.Where(IsMeantForAll)], directory);
        _called.Add((called, null));
        bool isNext = _next < _expected.Count && call.StandardInput < 0 && _expected[_next].IsSame(called);
        _next = isNext ? _next + 1 : _expected.Count;
        return isNext;
    }

    private static string? LevelOf(PlannedMake make) => ProcessEnvironment.Value(make.Environment, "MAKELEVEL");

    private bool IsMeantForAll(string variable) => !variable.StartsWith(RunChannel.Variable + "=", StringComparison.Ordinal) && !_forMakesBelow.Contains(variable);

    /// <summary>The first make has ended well: the next one like it will call for the same.</summary>
    public void Remember()
    {
        lock (_gate)
        {
            PlannedMake[] makes = [.. _called.Select(call => call.Make with { Updates = call.Rehearsal?.CouldUpdate ?? false })];
            if (makes.Length > MostMakes || (makes.Length == _expected.Count && !makes.Where((make, i) => make.Updates != _expected[i].Updates || !make.IsSame(_expected[i])).Any()))
                return;
            var content = new CacheWriter().Text(_key).Number(makes.Length);
            foreach (PlannedMake make in makes)
            {
                content.Number(make.Words.Count);
                foreach (string word in make.Words)
                    content.Text(word);
                Write(content, make.Environment);
                content.Text(make.Directory).Number(make.Updates ? 1 : 0);
            }
            _cache.Store(Kind, _key, content);
        }
    }

    // What is handed on as it came is named only: it may be another the next time, and nobody's secrets lie in a cache.
    private void Write(CacheWriter content, IReadOnlyList<string> variables)
    {
        var inherited = new HashSet<string>(_environment, StringComparer.Ordinal);
        content.Number(variables.Count);
        foreach (string variable in variables)
        {
            bool isInherited = inherited.Contains(variable) && variable.IndexOf('=') > 0;
            content.Number(isInherited ? 1 : 0).Text(isInherited ? variable[..variable.IndexOf('=')] : variable);
        }
    }
}
