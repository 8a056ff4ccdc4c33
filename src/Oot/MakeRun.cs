using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary>make as a child process: oot itself under that name, first on <c>PATH</c> so that a makefile's own <c>make</c> is oot too.</summary>
internal sealed class MakeRun(Session session, string? makeDirectory)
{
    /// <summary>What make is asked to tell.</summary>
    internal Watching Watching { get; init; } = Watching.Nothing;

    /// <summary>Runs a plan; make's bytes pass through unchanged.</summary>
    internal int Stream(BuildPlan plan, KernelTree tree, int jobs, bool toError, FirstError first)
    {
        string[] words = [$"-j{(jobs > 0 ? jobs : Environment.ProcessorCount)}", .. jobs > 0 ? [] : OneRuleAtATime(plan), .. plan.Arguments];
        bool quiet = session.Terminal.IsQuiet;
        ProgramRequest request = Request(plan, tree, words, keepApart: quiet || toError);
        session.Terminal.Detail($"make {string.Join(' ', words.Select(Quoted))}");
        using ProgressLine? progress = ProgressLine.Begin(session.Terminal, $"building for {tree.Release}");
        var compiled = new CompiledCount();
        return session.Programs.Stream(request, (bytes, error) =>
        {
            first.Add(bytes.Span);
            if (quiet && !error)
                return;
            void PassOn() => session.Terminal.PassOn(bytes, error || toError);
            if (progress is null)
            {
                PassOn();
                return;
            }
            progress.Around(PassOn, bytes.Span[^1] == (byte)'\n');
            if (compiled.Add(bytes.Span))
                progress.Say($"building for {tree.Release}: {compiled.Text}");
        });
    }

    // Drivers' makefiles are written for a make without -j: one that enters two directories rarely says that the second needs the first. So where nobody asked for -j, their
    // own rules run one after the other, and kbuild below them in parallel; -f, unlike --eval, is not handed down.
    private string[] OneRuleAtATime(BuildPlan plan) =>
        plan.Makefile is string makefile && PrivateTools.SerialMakefile(session.Disk, session.Environment) is string serial ? ["-f", makefile, "-f", serial] : [];

    /// <summary>What make would do if everything were out of date. Its status says nothing: later steps lack the files that earlier ones would have made.</summary>
    internal string DryRun(BuildPlan plan, KernelTree tree) =>
        session.Programs.Run(Request(plan, tree, ["-n", "-B", "-k", "--no-print-directory", .. plan.Arguments], keepApart: true)).Output;

    /// <summary>What to type to get the same failure.</summary>
    internal static string CommandToRepeat(BuildPlan plan, string directory, KernelTree tree, BuildRequest request)
    {
        IEnumerable<string> words = plan.AnswersUname
            ? ["oot", "build", directory, "-k", tree.Path.Contains("/lib/modules/", StringComparison.Ordinal) ? tree.Release : tree.RealPath, "-j", "1", .. request.Variables, .. request.Targets.Count > 0 ? ["--", .. request.Targets] : Array.Empty<string>()]
            : plan.Way == BuildWay.Kbuild ? ["oot", "make", .. plan.Arguments] : ["oot", "make", "-C", directory, .. plan.Arguments];
        return string.Join(' ', words.Select(Quoted));
    }

    private ProgramRequest Request(BuildPlan plan, KernelTree tree, IReadOnlyList<string> words, bool keepApart)
    {
        string? directory = makeDirectory ?? PrivateTools.MakeDirectory(session.Disk, session.Environment);
        IReadOnlyList<string> environment = session.Environment;
        if (directory is not null)
            environment = ProcessEnvironment.With(environment, "PATH", $"{directory}:{ProcessEnvironment.Value(environment, "PATH") ?? "/usr/bin:/bin"}");
        if (plan.AnswersUname)
            environment = PrivateTools.WithUname(session.Disk, environment, tree.Release);
        foreach (string entry in Watching.ForMakesBelow)
            environment = ProcessEnvironment.With(environment, entry[..entry.IndexOf('=')], entry[(entry.IndexOf('=') + 1)..]);
        // A makefile that says $(PWD) means its own directory, which only a shell's cd would have put there.
        environment = ProcessEnvironment.With(environment, "PWD", plan.Directory);
        return new ProgramRequest(directory is null ? "make" : directory + "/make", words, environment, plan.Directory, "make", keepApart);
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+=:,@%".Contains(c)) ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
