using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Oot.Core;
using Oot.Kernel.Loading;

namespace Oot.Checking;

/// <summary>Verdicts as SARIF 2.1.0 (OASIS), which CI systems show beside a change: one result for each thing that is wrong, the module's file as its place.</summary>
internal static class SarifReport
{
    private const string Pages = "docs/diagnostics/";

    internal static string Json(List<LoadVerdict> verdicts, List<Diagnostic> problems)
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
            foreach (Diagnostic problem in problems)
                WriteResult(writer, problem.Id, "error", ByteText.ToUnicode($"{problem.Message}. {problem.Remedy}"), null);
            writer.WriteEndArray();
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
        {
            writer.WriteStartObject();
            writer.WriteString("id", LoadDiagnostics.IdOf(rule));
            writer.WriteString("name", rule.ToString());
            writer.WriteStartObject("shortDescription");
            writer.WriteString("text", LoadDiagnostics.TitleOf(rule));
            writer.WriteEndObject();
            writer.WriteString("helpUri", $"{Pages}{LoadDiagnostics.IdOf(rule)}.md");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

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
