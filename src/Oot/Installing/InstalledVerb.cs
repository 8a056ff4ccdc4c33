using Oot.Core;
using Oot.Deploy.Installing;
using Oot.Kernel.Loading;

namespace Oot.Installing;

/// <summary><c>oot installed</c>: what oot installed for which kernel, whether it is still there, and whether that kernel would take it now.</summary>
internal sealed class InstalledVerb(Session session)
{
    internal int Run(IReadOnlyList<string> kernels, string root, bool json)
    {
        var reports = new List<InstalledReport>();
        var targets = new InstallTargets(session, root);
        foreach (string release in kernels.Count > 0 ? targets.Releases(kernels) : InstallRecord.Releases(session.Disk, root))
            reports.AddRange(Of(release, root, targets));
        if (json)
            session.Terminal.Result(ByteText.FromUnicode(Reports.Json(reports)));
        else
        {
            foreach (InstalledReport report in reports)
                session.Terminal.Result(ByteText.FromUnicode(Line(report)));
        }
        return reports.TrueForAll(report => report.State == "present" && report.Loads is not "refused") ? ExitCode.Done : ExitCode.FailedCheck;
    }

    private IEnumerable<InstalledReport> Of(string release, string root, InstallTargets targets)
    {
        InstallRecord record = InstallRecord.Read(session.Disk, root, release);
        if (record.Files.Count == 0)
            yield break;
        InstallTarget? target = targets.Find(release).Succeeded(out InstallTarget? found, out _) ? found : null;
        Dictionary<string, string> verdicts = target is null ? [] : Verdicts(target, targets, record);
        foreach (InstalledFile file in record.Files)
        {
            string path = root + file.Path;
            string state = session.Disk.LinkStat(path, out _) != 0 ? "missing" : target is not null && new Installer(session.Disk, target, null).IsUnchanged(file) ? "present" : "changed";
            bool? loaded = file.Kind == "module" && root.Length == 0 && release == session.RunningRelease ? session.Disk.Stat($"/sys/module/{file.Module}", out _) == 0 : null;
            yield return new InstalledReport(U(release), U(file.Module), file.Kind, U(path), state, verdicts.GetValueOrDefault(path), loaded, file.Original is null ? null : U(root + file.Original));
        }
    }

    private Dictionary<string, string> Verdicts(InstallTarget target, InstallTargets targets, InstallRecord record)
    {
        string[] paths = [.. record.Files.Where(file => file.Kind == "module").Select(file => target.Root + file.Path).Where(path => session.Disk.Stat(path, out _) == 0)];
        if (targets.Offer(target) is not KernelOffer offer)
            return [];
        InspectedModule?[][] seen = new ModuleInspector(session.Disk, [(offer, null)]).Read(paths, out _);
        LoadVerdict[] verdicts = new LoadCheck(offer, new LoadConditions { VerifiesSignatures = false }, [.. seen.Select(own => own[0]).OfType<InspectedModule>()]).Run();
        return verdicts.ToDictionary(verdict => verdict.Path, verdict => verdict.Outcome switch { LoadOutcome.Refused => "refused", LoadOutcome.CannotTell => "cannot tell", LoadOutcome.Loads => "loads", _ => "loads with taint" }, StringComparer.Ordinal);
    }

    private static string Line(InstalledReport report) =>
        $"{report.Kernel}\t{report.Module}\t{report.Kind}\t{report.Path}\t{report.State}{(report.Loads is null ? "" : $"\t{report.Loads}")}{(report.Loaded is bool loaded ? loaded ? "\tloaded" : "\tnot loaded" : "")}";

    private static string U(string text) => ByteText.ToUnicode(text);
}
