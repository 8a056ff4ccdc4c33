using Oot.Core;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;

namespace Oot.Checking;

/// <summary>
/// Verdicts for people: a line each, below it the kernel's own words, the cause and what to do. Where there are many modules, those that simply load are only counted.
/// </summary>
internal sealed class CheckText(Terminal terminal)
{
    private const int ShownWhenFine = 8, ShownProblems = 10;

    internal void Print(LoadVerdict[] verdicts, KernelOffer kernel)
    {
        bool many = verdicts.Length > ShownWhenFine && !terminal.IsVerbose;
        foreach (LoadVerdict verdict in verdicts)
        {
            if (!(many || terminal.IsQuiet) || verdict.Outcome is LoadOutcome.Refused or LoadOutcome.CannotTell)
                Print(verdict, kernel);
        }
        if (terminal.IsVerbose)
            PrintSources(kernel);
        if (verdicts.Length > 1 && !terminal.IsQuiet)
            terminal.Result($"{kernel.Name}: {Summary(verdicts)}{(many && verdicts.Any(verdict => verdict.LoadFirst.Count > 0) ? " (-v shows each, and what is to be loaded first)" : "")}");
    }

    private static string Summary(LoadVerdict[] verdicts)
    {
        var parts = new List<string>();
        foreach ((LoadOutcome outcome, string words) in (ReadOnlySpan<(LoadOutcome, string)>)[(LoadOutcome.Loads, "load"), (LoadOutcome.LoadsWithTaint, "load with taint"), (LoadOutcome.Refused, "refused"), (LoadOutcome.CannotTell, "cannot tell")])
        {
            int count = verdicts.Count(verdict => verdict.Outcome == outcome);
            if (count > 0)
                parts.Add($"{count} {words}");
        }
        return string.Join(", ", parts);
    }

    private void Print(LoadVerdict verdict, KernelOffer kernel)
    {
        terminal.Result($"{verdict.Path}: {Word(verdict)} on {verdict.Kernel}");
        string last = "";
        foreach (LoadProblem problem in verdict.Problems.Take(ShownProblems))
        {
            terminal.Result($"  {problem.Detail} [{LoadDiagnostics.IdOf(problem.Rule)}]");
            foreach (string line in problem.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                terminal.Result($"    kernel log: {line}");
            if (problem.Remedy != last)
                terminal.Result($"    {last = problem.Remedy}");
        }
        if (verdict.Problems.Count > ShownProblems)
            terminal.Result($"  and {verdict.Problems.Count - ShownProblems} more (--json shows all)");
        if (verdict.Outcome == LoadOutcome.Refused)
            terminal.Result($"    insmod returns: {Errno.Message(verdict.Errno)} ({ErrnoNames.Of(verdict.Errno)})");
        foreach (string missing in verdict.Missing)
            terminal.Result($"  not known: {missing} [{LoadDiagnostics.IdOf(LoadRule.NotKnown)}]");
        if (verdict.LoadFirst.Count > 0)
            terminal.Result($"  load first: {string.Join(' ', verdict.LoadFirst)}");
        if (verdict.KernelReadsFile == false)
            terminal.Result("  the kernel cannot decompress the file itself; modprobe and insmod do it");
        if (verdict.VermagicDifferences.Count > 0 || terminal.IsVerbose)
            PrintVermagic(verdict, kernel);
        foreach (string note in verdict.Notes)
            terminal.Result($"  note: {note}");
    }

    private void PrintVermagic(LoadVerdict verdict, KernelOffer kernel)
    {
        foreach (VermagicDifference difference in verdict.VermagicDifferences)
            terminal.Result($"    vermagic {difference.Field,-12} kernel: {Shown(difference.Kernel),-28} module: {Shown(difference.Module)}");
        if (kernel.Compiler is { } compiler && verdict.Compiler is { } own)
            terminal.Result($"    compiler (does not decide)   kernel: {compiler.Value}, module: {own}");
    }

    private void PrintSources(KernelOffer kernel)
    {
        foreach ((string what, string? source) in (ReadOnlySpan<(string, string?)>)[("exports", kernel.Exports?.Source), ("configuration", kernel.Configuration?.Source), ("vermagic", kernel.Vermagic?.Source), ("struct module", kernel.StructSize?.Source)])
            terminal.Detail($"{kernel.Name}: {what} from {source ?? "nowhere"}");
        if (kernel.Compiler is { } compiler)
            terminal.Detail($"{kernel.Name}: built with {compiler.Value}; a module's compiler does not decide whether it loads");
    }

    private static string Shown(string value) => value.Length == 0 ? "none" : value;

    private static string Word(LoadVerdict verdict) => verdict.Outcome switch
    {
        LoadOutcome.Loads => "loads",
        LoadOutcome.LoadsWithTaint => $"loads with taint {string.Concat(verdict.Taints.Select(taint => (char)taint))} ({string.Join(", ", verdict.Taints.Select(LoadDiagnostics.NameOf))})",
        LoadOutcome.Refused => "refused",
        _ => "cannot tell whether it loads",
    };
}
