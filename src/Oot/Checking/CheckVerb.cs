using Oot.Core;
using Oot.Kernel;
using Oot.Kernel.Loading;
using Oot.Kernel.Proving;

namespace Oot.Checking;

/// <summary><c>oot check</c>: which kernels, what they offer, what the modules are, what becomes of them.</summary>
internal sealed class CheckVerb(Session session)
{
    private readonly Terminal terminal = session.Terminal;

    internal int Run(CheckRequest request)
    {
        var certificates = new List<SigningCertificateFile>();
        foreach (string path in request.Certificates)
        {
            if (!SigningCertificateFile.Read(session.Disk, path).Succeeded(out SigningCertificateFile? certificate, out Diagnostic? wrong))
                return terminal.Report(wrong);
            certificates.Add(certificate);
        }
        var kernels = new List<(KernelOffer Kernel, KernelKeys? Keys)>();
        foreach (string name in request.Kernels.Count > 0 ? request.Kernels : ["running"])
        {
            if (!new CheckedKernels(session).Find(name).Succeeded(out KernelOffer? kernel, out Diagnostic? error))
                return terminal.Report(error);
            kernels.Add((kernel, request.VerifiesSignatures ? KernelKeys.Of(kernel.Image, certificates) : null));
        }
        IReadOnlyList<string> files = ModuleFiles.Of(session.Disk, request.Files);
        if (files.Count == 0)
            return terminal.Report(CommandDiagnostics.NoModules(request.Files[0]));
        InspectedModule?[][] modules = new ModuleInspector(session.Disk, kernels).Read(files, out Diagnostic?[] problems);
        LoadConditions conditions = ConditionsOf(request);
        if (!BuiltForKernels.Of(session, request).Succeeded(out BuiltForKernels? builtFor, out Diagnostic? unknown))
            return terminal.Report(unknown);
        var verdicts = new List<LoadVerdict[]>();
        var proofs = new List<ProofReport>();
        for (int i = 0; i < kernels.Count; i++)
        {
            InspectedModule[] own = [.. modules.Select(seen => seen[i]).OfType<InspectedModule>()];
            verdicts.Add(builtFor.Explain(new LoadCheck(kernels[i].Kernel, conditions, own).Run(), own, kernels[i].Kernel));
            if (request.ProvesWithin is not int seconds)
                continue;
            if (!new CheckProof(session).Prove(kernels[i].Kernel, conditions, own, verdicts[i], seconds, request.Busybox).Succeeded(out ProofReport? proof, out Diagnostic? impossible))
                return terminal.Report(impossible);
            proofs.Add(proof);
        }
        return Report(request, [.. kernels.Select(pair => pair.Kernel)], verdicts, proofs, [.. problems.OfType<Diagnostic>()]);
    }

    private int Report(CheckRequest request, List<KernelOffer> kernels, List<LoadVerdict[]> byKernel, List<ProofReport> proofs, List<Diagnostic> problems)
    {
        List<LoadVerdict> verdicts = [.. byKernel.SelectMany(own => own)];
        if (request.Json)
            terminal.Result(ByteText.FromUnicode(Reports.Json(CheckReports.Of(verdicts, [.. proofs.SelectMany(proof => proof.Proofs)], kernels, problems))));
        else
        {
            for (int i = 0; i < kernels.Count; i++)
            {
                new CheckText(terminal).Print(byKernel[i], kernels[i]);
                if (i < proofs.Count)
                    new CheckProof(session).Print(proofs[i], kernels[i].Name);
            }
        }
        if (request.Sarif is not null)
        {
            int errno = session.Disk.Write(request.Sarif, ByteText.FromUnicode(SarifReport.Json(verdicts, [.. proofs.SelectMany(proof => proof.Proofs)], problems)) + "\n", append: false);
            if (errno != 0)
                return terminal.Report(CommandDiagnostics.CannotWrite(request.Sarif, Errno.Message(errno)));
        }
        int code = ExitCode.Done;
        foreach (Diagnostic problem in problems)
            code = terminal.Report(problem);
        for (int i = 0; i < proofs.Count; i++)
            code = CheckProof.FailureOf(proofs[i], kernels[i].Name) is { } different ? terminal.Report(different) : code;
        return verdicts.TrueForAll(verdict => verdict.Outcome is LoadOutcome.Loads or LoadOutcome.LoadsWithTaint) ? code : ExitCode.FailedCheck;
    }

    private static LoadConditions ConditionsOf(CheckRequest request) => new()
    {
        EnforcesSignatures = request.EnforcesSignatures,
        IsLockedDown = request.IsLockedDown,
        Flags = request.Flags,
        // The guest's program; others name themselves.
        Loader = request.ProvesWithin is null ? LoadConditions.Usual.Loader : "load",
        Blacklist = [.. request.Blacklist.SelectMany(names => names.Split(','))],
        Parameters = request.Parameters,
        Loaded = request.Loaded is null ? null : request.Loaded.SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(name => name.Replace('-', '_')).ToHashSet(StringComparer.Ordinal),
        VerifiesSignatures = request.VerifiesSignatures,
    };
}
