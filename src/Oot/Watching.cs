using Oot.Core;
using Oot.Kernel.Explaining;
using Oot.Make.Observing;

namespace Oot;

/// <summary>Who watches a make: the trace and the explanations that its own switches, or the oot above it, asked for.</summary>
/// <param name="Trace">What happens when; null: nobody wants to know.</param>
/// <param name="Explanation">What asks makes for explanations (<see cref="RebuildExplainer.Variable"/>); null: nothing.</param>
internal sealed record Watching(RunTrace? Trace, string? Explanation)
{
    /// <summary>The switch of <c>oot make</c>, which GNU make does not know.</summary>
    internal const string TraceSwitch = "--trace-file";

    /// <summary>Nobody watches.</summary>
    internal static Watching Nothing => new(null, null);

    /// <summary>Whether something is asked for.</summary>
    internal bool IsOn => Trace is not null || Explanation is not null;

    /// <summary>The variables that ask the makes below for the same.</summary>
    internal IReadOnlyList<string> ForMakesBelow =>
        [.. Trace is null ? [] : (string[])[$"{RunTrace.Variable}={Trace.Value}"], .. Explanation is null ? [] : (string[])[$"{RebuildExplainer.Variable}={Explanation}"]];

    /// <summary>Whether the oot above asks for anything.</summary>
    internal static bool IsInherited(IReadOnlyList<string> environment) =>
        ProcessEnvironment.Value(environment, RunTrace.Variable) is not null || ProcessEnvironment.Value(environment, RebuildExplainer.Variable) is not null;

    /// <summary>What the oot above asks for; the environment is given back without its variables.</summary>
    /// <param name="environment">This process's.</param>
    /// <param name="name">The program's name.</param>
    /// <param name="arguments">Its arguments.</param>
    internal static Watching Inherited(ref IReadOnlyList<string> environment, string name, IReadOnlyList<string> arguments)
    {
        if (!IsInherited(environment))
            return Nothing;
        string? trace = ProcessEnvironment.Value(environment, RunTrace.Variable), explanation = ProcessEnvironment.Value(environment, RebuildExplainer.Variable);
        environment = ProcessEnvironment.Without(ProcessEnvironment.Without(environment, RunTrace.Variable), RebuildExplainer.Variable);
        return new Watching(trace is null ? null : RunTrace.Join(trace, NameOf(name, arguments)), explanation);
    }

    /// <summary>Who is told why targets are made; null: nobody.</summary>
    internal RebuildExplainer? Explainer() => Explanation is null ? null : RebuildExplainer.Join(Explanation);

    /// <summary>What a process is called in a trace.</summary>
    internal static string NameOf(string name, IReadOnlyList<string> arguments) => string.Join(' ', arguments.Prepend(name));

    /// <summary>Takes the switch out of make's words: the file it names, or null. As with GNU make's own switches, the last one counts and <c>--</c> ends them.</summary>
    internal static string? TakeTraceFile(ref IReadOnlyList<string> arguments)
    {
        string? file = null;
        List<string>? left = null;
        for (int i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            int length = arguments[i] == TraceSwitch && i + 1 < arguments.Count ? 2 : arguments[i].StartsWith(TraceSwitch + "=", StringComparison.Ordinal) ? 1 : 0;
            if (length == 0)
                continue;
            left ??= [.. arguments];
            file = length == 2 ? arguments[i + 1] : arguments[i][(TraceSwitch.Length + 1)..];
            left.RemoveRange(i, length);
            arguments = left;
            i--;
        }
        return file;
    }
}
