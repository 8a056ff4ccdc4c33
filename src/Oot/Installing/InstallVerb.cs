using Oot.Checking;
using Oot.Core;
using Oot.Deploy.Installing;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Installing;

/// <summary><c>oot install</c>: for each kernel check, plan, prepare, then all at once.</summary>
internal sealed class InstallVerb(Session session)
{
    private readonly Terminal terminal = session.Terminal;
    private readonly List<string> problems = [];

    internal int Run(InstallRequest request)
    {
        IReadOnlyList<string> files = ModuleFiles.Of(session.Disk, request.Words.Count > 0 ? request.Words : ["."]);
        if (files.Count == 0)
            return terminal.Report(CommandDiagnostics.NoModules(request.Words.FirstOrDefault(".")));
        if (files.GroupBy(ModuleIndexes.ModuleNameOfFile).FirstOrDefault(group => group.Count() > 1)?.ToArray() is [var one, var other, ..])
            return terminal.Report(InstallDiagnostics.Twice(other, one));
        var reports = new List<InstallReport>();
        var codes = new List<int>();
        foreach (string release in new InstallTargets(session, request.Root).Releases(request.Kernels))
        {
            problems.Clear();
            codes.Add(Install(request, files, release, out IReadOnlyList<PlannedModule> plan));
            reports.Add(new InstallReport(U(release), U(request.Root), codes[^1] == ExitCode.Done && !request.DryRun, request.DryRun, [.. plan.Select(Describe)], [.. problems]));
        }
        if (request.Json)
            terminal.Result(ByteText.FromUnicode(Reports.Json(reports)));
        return ExitCode.Of(codes);
    }

    private int Install(InstallRequest request, IReadOnlyList<string> files, string release, out IReadOnlyList<PlannedModule> plan)
    {
        plan = [];
        var targets = new InstallTargets(session, request.Root);
        if (!targets.Find(release).Succeeded(out InstallTarget? target, out Diagnostic? missing))
            return Report(missing);
        using DirectoryLock held = DirectoryLock.Take(target.Parent, () => terminal.Note($"waiting for another run that changes {target.Parent}"));
        var installer = new Installer(session.Disk, target, Deploy.Indexing.Depmod.CacheFile(session.Environment, target.Directory));
        if (!request.DryRun)
            installer.Recover();
        KernelOffer? offer = targets.Offer(target);
        InstallSettings settings = Settings(request, target, offer);
        int code = Check(request, files, offer, settings, out LoadVerdict[] verdicts, out IReadOnlyList<(string, string?)> modules);
        if (code != ExitCode.Done)
            return code;
        plan = installer.Plan(modules, request.Directory, settings.Compression.Extension);
        code = Shadows(request, plan);
        if (code != ExitCode.Done)
            return code;
        if (request.DryRun)
            return Show(request, plan, target, settings);
        return Write(request, plan, target, settings, installer);
    }

    private InstallSettings Settings(InstallRequest request, InstallTarget target, KernelOffer? offer)
    {
        SigningKeys? keys = request.Key is not null && request.Certificate is not null ? new SigningKeys(request.Key, request.Certificate) : SigningKeys.Find(session.Disk, request.Root);
        bool signs = offer?.Configuration?.Value is not { } configuration || configuration.IsYes("MODULE_SIG");
        return new InstallSettings(request.Strips, signs ? keys : null, offer?.Configuration?.Value["MODULE_SIG_HASH"] ?? "sha256", offer?.IsYes("MODULE_SIG_FORCE") == true,
            ModuleCompression.Of(session.Disk, target.Directory, offer?.Configuration?.Value));
    }

    // What is going to be signed counts as signed.
    private int Check(InstallRequest request, IReadOnlyList<string> files, KernelOffer? offer, InstallSettings settings, out LoadVerdict[] verdicts, out IReadOnlyList<(string, string?)> modules)
    {
        verdicts = [];
        modules = [.. files.Select(file => (Session.Absolute(file), (string?)null))];
        if (offer is null)
        {
            terminal.Note("nothing is known of this kernel, so the modules are not checked");
            return ExitCode.Done;
        }
        InspectedModule?[][] seen = new ModuleInspector(session.Disk, [(offer, null)]).Read(files, out Diagnostic?[] unreadable);
        if (unreadable.OfType<Diagnostic>().FirstOrDefault() is Diagnostic first)
            return Report(first);
        InspectedModule[] inspected = [.. seen.Select(own => own[0]).OfType<InspectedModule>()];
        modules = [.. files.Select((file, i) => (Session.Absolute(file), inspected[i].Facts.Vermagic))];
        verdicts = new LoadCheck(offer, new LoadConditions { VerifiesSignatures = false }, inspected).Run();
        LoadVerdict[] refused = [.. verdicts.Where(verdict => verdict.Outcome == LoadOutcome.Refused && !(settings.Keys is not null && verdict.Problems.All(problem => problem.Rule is LoadRule.SignatureWanted or LoadRule.SignatureWrong)))];
        if (refused.Length == 0)
            return ExitCode.Done;
        if (!request.Json)
            new CheckText(terminal).Print(refused, offer);
        if (request.Force)
        {
            foreach (LoadVerdict verdict in refused)
                terminal.Note($"--force: {verdict.Path} is installed though the kernel will refuse it: {verdict.Problems[0].Detail}");
            return ExitCode.Done;
        }
        return Report(InstallDiagnostics.Refused(refused[0].Path, offer.Name));
    }

    private int Shadows(InstallRequest request, IReadOnlyList<PlannedModule> plan)
    {
        int code = ExitCode.Done;
        foreach (PlannedModule module in plan.Where(module => module.ShadowedBy is not null))
        {
            Diagnostic problem = InstallDiagnostics.Shadowed(module.Path, module.ShadowedBy!);
            code = request.AllowsShadowed ? code : Report(problem);
            if (request.AllowsShadowed)
                terminal.Note(problem.Message);
        }
        return code;
    }

    private int Show(InstallRequest request, IReadOnlyList<PlannedModule> plan, InstallTarget target, InstallSettings settings)
    {
        if (request.Json)
            return ExitCode.Done;
        foreach (PlannedModule module in plan)
        {
            terminal.Result($"would install {module.Path}{(settings.Strips ? ", stripped" : "")}{(settings.Keys is { } keys ? $", signed with {keys.Key} ({Enrolment(keys, target)})" : "")}");
            foreach (string path in module.Replaces)
                terminal.Result($"  keeps {path} as {path}.oot-original");
            foreach (string path in module.Beats)
                terminal.Result($"  {path} stays and is not used any more");
        }
        terminal.Result($"would make the indexes of {target.Directory} (as kmod {target.Level.Number})");
        return ExitCode.Done;
    }

    private string Enrolment(SigningKeys keys, InstallTarget target)
    {
        KeyEnrolment enrolment = KeyEnrolment.Of(session.Disk, target.Root, keys.Certificate);
        return enrolment.State switch
        {
            EnrolmentState.Enrolled => $"trusted: {enrolment.Reason}",
            EnrolmentState.Unknown => $"whether it is trusted cannot be told: {enrolment.Reason}",
            _ => $"not trusted: {enrolment.Reason}",
        };
    }

    private void TellEnrolment(SigningKeys keys, InstallTarget target)
    {
        KeyEnrolment enrolment = KeyEnrolment.Of(session.Disk, target.Root, keys.Certificate);
        if (enrolment.State is EnrolmentState.NotEnrolled or EnrolmentState.Pending)
            _ = Report(InstallDiagnostics.NotEnrolled(keys.Certificate, enrolment.Reason, enrolment.State == EnrolmentState.Pending));
        else
            terminal.Note($"signed with {keys.Key}; {Enrolment(keys, target)}");
    }

    private int Write(InstallRequest request, IReadOnlyList<PlannedModule> plan, InstallTarget target, InstallSettings settings, Installer installer)
    {
        string place = ByteText.FromUnicode(System.IO.Directory.CreateTempSubdirectory("oot-install-").FullName);
        try
        {
            var contents = new List<byte[]>();
            foreach (PlannedModule module in plan)
            {
                if (!installer.Prepare(session.Programs, session.Environment, place, settings, module.Source, warning => _ = Report(warning)).Succeeded(out byte[]? content, out Diagnostic? problem))
                    return Report(problem);
                contents.Add(content);
            }
            if (installer.Install(plan, contents, request.Boot) is Diagnostic failed)
                return Report(failed);
        }
        finally
        {
            System.IO.Directory.Delete(ByteText.ToUnicode(place), recursive: true);
        }
        foreach (PlannedModule module in plan)
        {
            if (!request.Json)
                terminal.Result($"installed {module.Path}");
            foreach (string path in module.Replaces)
                terminal.Note($"{path} is kept until `oot uninstall {module.Name}`");
            foreach (string path in module.Beats)
                terminal.Note($"{path} is not used any more: depmod prefers {module.Path}");
        }
        if (settings.Keys is { } keys)
            TellEnrolment(keys, target);
        return Boot(request, plan, target);
    }

    private int Boot(InstallRequest request, IReadOnlyList<PlannedModule> plan, InstallTarget target)
    {
        var image = new BootImage(session, target);
        if (request.MakesInitramfs)
            return image.Make() is { } failed ? Report(failed) : ExitCode.Done;
        if (image.Stale(plan.Select(module => module.Name)) is { } stale)
            _ = Report(stale);
        return ExitCode.Done;
    }

    private int Report(Diagnostic diagnostic)
    {
        problems.Add(U($"{diagnostic.Message} [{diagnostic.Id}]"));
        return terminal.Report(diagnostic);
    }

    private static InstalledModuleReport Describe(PlannedModule module) =>
        new(U(module.Source), U(module.Name), U(module.Path), [.. module.Replaces.Select(U)], [.. module.Beats.Select(U)], module.ShadowedBy is null ? null : U(module.ShadowedBy));

    private static string U(string text) => ByteText.ToUnicode(text);
}
