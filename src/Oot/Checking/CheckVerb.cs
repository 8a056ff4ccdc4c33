using Oot.Core;
using Oot.Kernel;
using Oot.Kernel.Loading;

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
        var verdicts = new List<LoadVerdict[]>();
        for (int i = 0; i < kernels.Count; i++)
            verdicts.Add(new LoadCheck(kernels[i].Kernel, ConditionsOf(request), [.. modules.Select(seen => seen[i]).OfType<InspectedModule>()]).Run());
        return Report(request, [.. kernels.Select(pair => pair.Kernel)], verdicts, [.. problems.OfType<Diagnostic>()]);
    }

    private int Report(CheckRequest request, List<KernelOffer> kernels, List<LoadVerdict[]> byKernel, List<Diagnostic> problems)
    {
        List<LoadVerdict> verdicts = [.. byKernel.SelectMany(own => own)];
        if (request.Json)
            terminal.Result(ByteText.FromUnicode(Reports.Json(CheckReports.Of(verdicts, kernels, problems))));
        else
        {
            for (int i = 0; i < kernels.Count; i++)
                new CheckText(terminal).Print(byKernel[i], kernels[i]);
        }
        if (request.Sarif is not null)
        {
            int errno = session.Disk.Write(request.Sarif, ByteText.FromUnicode(SarifReport.Json(verdicts, problems)) + "\n", append: false);
            if (errno != 0)
                return terminal.Report(CommandDiagnostics.CannotWrite(request.Sarif, Errno.Message(errno)));
        }
        int code = ExitCode.Done;
        foreach (Diagnostic problem in problems)
            code = terminal.Report(problem);
        return verdicts.TrueForAll(verdict => verdict.Outcome is LoadOutcome.Loads or LoadOutcome.LoadsWithTaint) ? code : ExitCode.FailedCheck;
    }

    private static LoadConditions ConditionsOf(CheckRequest request) => new()
    {
        EnforcesSignatures = request.EnforcesSignatures,
        IsLockedDown = request.IsLockedDown,
        Blacklist = [.. request.Blacklist.SelectMany(names => names.Split(','))],
        Parameters = request.Parameters,
        Loaded = request.Loaded is null ? null : request.Loaded.SelectMany(names => names.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(name => name.Replace('-', '_')).ToHashSet(StringComparer.Ordinal),
        VerifiesSignatures = request.VerifiesSignatures,
    };
}
