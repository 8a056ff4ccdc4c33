using Oot.Core;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary><c>oot kernel show</c>: one kernel's facts.</summary>
internal sealed class KernelShowVerb(Session session)
{
    internal int Run(string? name, bool json)
    {
        var chooser = new KernelChooser(session, []);
        Result<KernelTree> found = name is null ? chooser.Default(offline: true) : chooser.Find(name);
        if (!found.Succeeded(out KernelTree? tree, out Diagnostic? error))
            return session.Terminal.Report(error);
        KernelReport report = KernelReport.Of(tree, session.RunningRelease);
        if (json)
            session.Terminal.Result(ByteText.FromUnicode(Reports.Json(report)));
        else
        {
            foreach ((string label, string value) in Lines(report))
                session.Terminal.Result($"{label,-14}{ByteText.FromUnicode(value)}");
        }
        return ExitCode.Done;
    }

    private static IEnumerable<(string Label, string Value)> Lines(KernelReport report)
    {
        yield return ("release", report.Release + (report.Running ? " (running)" : ""));
        yield return ("architecture", report.Architecture ?? "unknown");
        yield return ("tree", report.Path);
        if (report.Source != report.Path)
            yield return ("sources", report.Source);
        yield return ("usable", report.Usable ? "yes" : $"no: {report.Reason}");
        if (report.Vermagic is null)
            yield break;
        yield return ("vermagic", report.Vermagic);
        yield return ("symbols", report.Symbols < 0 ? "none (no Module.symvers)" : $"{report.Symbols}");
        yield return ("modversions", YesNo(report.Modversions));
        yield return ("trimmed", report.Trimmed ? "yes: symbols that no kernel module uses are not exported" : "no");
        yield return ("signing", report.Signing ?? "no");
        yield return ("BTF", report.Btf);
        yield return ("preemption", report.Preemption);
        yield return ("SMP", YesNo(report.Smp));
        yield return ("built with", report.Compiler?.BuiltWith ?? "unknown");
        yield return ("would use", report.Compiler is not { } compiler ? "unknown"
            : compiler.Version is null ? $"{compiler.Command}, which is not installed" : compiler.Version + (compiler.Matches == true ? " (the same)" : compiler.Matches == false ? " (another)" : ""));
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
