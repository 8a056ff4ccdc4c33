using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Oot.Core;
using Oot.Kernel.Loading;
using Oot.Kernel.Proving;

namespace Oot.Checking;

/// <summary>
/// Verdicts as SARIF 2.1.0 (OASIS), which CI systems show beside a change: one result for each thing that is wrong, the module's file as its place. Where the verdicts were tried on a booted kernel,
/// one more for each difference; what came of each trial is among the run's properties.
/// </summary>
internal static class SarifReport
{
    private const string Pages = "docs/diagnostics/";

    // The number of BootDiagnostics.NotAsPredicted.
    private const string NotAsPredicted = "OOT1910";

    /// <param name="proofs">What came of trying the verdicts, in their order; empty where they were not tried.</param>
    internal static string Json(List<LoadVerdict> verdicts, IReadOnlyList<LoadProof> proofs, List<Diagnostic> problems)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            WriteTool(writer);
            writer.WriteStartArray("results");
            foreach (LoadVerdict verdict in verdicts)
                WriteVerdict(writer, verdict);
            foreach (LoadProof proof in proofs)
                WriteDifferences(writer, proof);
            foreach (Diagnostic problem in problems)
                WriteResult(writer, problem.Id, "error", ByteText.ToUnicode($"{problem.Message}. {problem.Remedy}"), null);
            writer.WriteEndArray();
            WriteProofs(writer, proofs);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteTool(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "oot check");
        writer.WriteStartArray("rules");
        foreach (LoadRule rule in LoadDiagnostics.All)
            WriteRule(writer, LoadDiagnostics.IdOf(rule), rule.ToString(), LoadDiagnostics.TitleOf(rule));
        WriteRule(writer, NotAsPredicted, "NotAsPredicted", "the booted kernel did otherwise than predicted");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, string id, string name, string title)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("name", name);
        writer.WriteStartObject("shortDescription");
        writer.WriteString("text", title);
        writer.WriteEndObject();
        writer.WriteString("helpUri", $"{Pages}{id}.md");
        writer.WriteEndObject();
    }

    // What a module's own init returns is no fault of the prediction, but of the module perhaps.
    private static void WriteDifferences(Utf8JsonWriter writer, LoadProof proof)
    {
        foreach (ProofDifference difference in proof.Differences)
        {
            string own = proof.FailsByItself ? " Its own init function returned an error." : "";
            WriteResult(writer, NotAsPredicted, "error",
                ByteText.ToUnicode($"{proof.Verdict.Module} on {proof.Verdict.Kernel}: {difference.What} predicted: {Line(difference.Predicted)}; the booted kernel: {Line(difference.Real)}.{own}"), proof.Verdict.Path);
        }
    }

    private static void WriteProofs(Utf8JsonWriter writer, IReadOnlyList<LoadProof> proofs)
    {
        if (proofs.Count == 0)
            return;
        writer.WriteStartObject("properties");
        writer.WriteStartArray("proofs");
        foreach (LoadProof proof in proofs)
        {
            writer.WriteStartObject();
            writer.WriteString("file", ByteText.ToUnicode(proof.Verdict.Path));
            writer.WriteString("kernel", ByteText.ToUnicode(proof.Verdict.Kernel));
            writer.WriteBoolean("predicted", proof.IsPredicted);
            writer.WriteBoolean("proven", proof.IsProven);
            if (proof.Reality?.Errno is int errno)
                writer.WriteString("result", errno == 0 ? "loaded" : ErrnoNames.Of(errno));
            writer.WriteString("taints", proof.RealTaints);
            writer.WriteStartArray("log");
            foreach (string line in proof.RealLog)
                writer.WriteStringValue(ByteText.ToUnicode(line));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Line(string text) => text.Length == 0 ? "nothing" : text.Replace("\n", "; ", StringComparison.Ordinal);

    private static void WriteVerdict(Utf8JsonWriter writer, LoadVerdict verdict)
    {
        foreach (LoadProblem problem in verdict.Problems)
        {
            string log = problem.Message.Length > 0 ? $" Kernel log: {problem.Message.Replace("\n", "; ", StringComparison.Ordinal)}." : "";
            WriteResult(writer, LoadDiagnostics.IdOf(problem.Rule), "error", ByteText.ToUnicode($"{verdict.Module} on {verdict.Kernel}: {problem.Detail} ({ErrnoNames.Of(problem.Errno)}).{log} {problem.Remedy}"), verdict.Path);
        }
        foreach (string missing in verdict.Missing)
            WriteResult(writer, LoadDiagnostics.IdOf(LoadRule.NotKnown), "warning", ByteText.ToUnicode($"{verdict.Module} on {verdict.Kernel}: not known: {missing}"), verdict.Path);
    }

    private static void WriteResult(Utf8JsonWriter writer, string id, string level, string text, string? path)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", id);
        writer.WriteString("level", level);
        writer.WriteStartObject("message");
        writer.WriteString("text", text);
        writer.WriteEndObject();
        writer.WriteStartArray("locations");
        if (path is not null)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation");
            writer.WriteStartObject("artifactLocation");
            writer.WriteString("uri", Uri.EscapeDataString(ByteText.ToUnicode(path)).Replace("%2F", "/", StringComparison.Ordinal));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
