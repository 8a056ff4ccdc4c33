using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Oot.Checking;
using Oot.Depmod;
using Oot.Explaining;
using Oot.Installing;
using Oot.Kernel.Building;
using Oot.Modinfo;
using Oot.Modprobe;
using Oot.Trying;

namespace Oot;

/// <summary>What <c>--json</c> prints: one value a command.</summary>
internal static class Reports
{
    private static readonly ReportContext Context = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // Paths and compiler words hold +, < and quotes; the output is a file or a pipe, not a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    internal static string Json(List<KernelReport> kernels) => JsonSerializer.Serialize(kernels, Context.ListKernelReport);

    internal static string Json(KernelReport kernel) => JsonSerializer.Serialize(kernel, Context.KernelReport);

    internal static string Json(BuildReport build) => JsonSerializer.Serialize(build, Context.BuildReport);

    internal static string Json(CacheReport cache) => JsonSerializer.Serialize(cache, Context.CacheReport);

    internal static string Json(CheckReport check) => JsonSerializer.Serialize(check, Context.CheckReport);

    internal static string Json(DepmodReport index) => JsonSerializer.Serialize(index, Context.DepmodReport);

    internal static string Json(List<ModprobeReport> answers) => JsonSerializer.Serialize(answers, Context.ListModprobeReport);

    internal static string Json(List<InstallReport> kernels) => JsonSerializer.Serialize(kernels, Context.ListInstallReport);

    internal static string Json(List<InstalledReport> files) => JsonSerializer.Serialize(files, Context.ListInstalledReport);

    internal static string Json(ExplainReport explanations) => JsonSerializer.Serialize(explanations, Context.ExplainReport);

    internal static string Json(TryReport trial) => JsonSerializer.Serialize(trial, Context.TryReport);

    internal static string Json(List<ModinfoReport> modules) => JsonSerializer.Serialize(modules, Context.ListModinfoReport);

    internal static string Json(IReadOnlyList<CompileCommand> commands) => JsonSerializer.Serialize([.. commands.Select(c => new CompileCommand(
        Core.ByteText.ToUnicode(c.Directory), Core.ByteText.ToUnicode(c.Command), Core.ByteText.ToUnicode(c.File)))], Context.ListCompileCommand);
}

/// <summary>The types in <c>--json</c> output, so that no reflection is needed.</summary>
[JsonSerializable(typeof(List<KernelReport>))]
[JsonSerializable(typeof(BuildReport))]
[JsonSerializable(typeof(CacheReport))]
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(DepmodReport))]
[JsonSerializable(typeof(List<ModprobeReport>))]
[JsonSerializable(typeof(List<InstallReport>))]
[JsonSerializable(typeof(List<InstalledReport>))]
[JsonSerializable(typeof(ExplainReport))]
[JsonSerializable(typeof(TryReport))]
[JsonSerializable(typeof(List<ModinfoReport>))]
[JsonSerializable(typeof(List<CompileCommand>))]
internal sealed partial class ReportContext : JsonSerializerContext;
