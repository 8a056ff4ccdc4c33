using System.Text;

namespace Oot.Modpost.Tests;

/// <summary>What differs between two runs, as text for people; empty when nothing does.</summary>
internal static class Comparison
{
    private const int Excerpt = 1200;

    public static string Of((Outcome Outcome, SortedDictionary<string, byte[]> Files) real, (Outcome Outcome, SortedDictionary<string, byte[]> Files) own)
    {
        var text = new StringBuilder();
        if (real.Outcome.Exit != own.Outcome.Exit)
            text.AppendLine($"exit code: real {real.Outcome.Exit}, oot {own.Outcome.Exit}");
        Compare(text, "standard error", real.Outcome.Error, own.Outcome.Error);
        Compare(text, "standard output", real.Outcome.Output, own.Outcome.Output);
        foreach (string file in real.Files.Keys.Union(own.Files.Keys).Order(StringComparer.Ordinal))
        {
            byte[]? a = real.Files.GetValueOrDefault(file), b = own.Files.GetValueOrDefault(file);
            if (a is null || b is null)
                text.AppendLine($"{file}: only {(a is null ? "oot" : "the real one")} writes it");
            else if (!a.AsSpan().SequenceEqual(b))
                Compare(text, file, Encoding.Latin1.GetString(a), Encoding.Latin1.GetString(b));
        }
        return text.ToString();
    }

    private static void Compare(StringBuilder text, string what, string real, string own)
    {
        if (real == own)
            return;
        string[] a = real.Split('\n'), b = own.Split('\n');
        int first = 0;
        while (first < Math.Min(a.Length, b.Length) && a[first] == b[first])
            first++;
        text.AppendLine($"{what}, from line {first + 1}:\n real: {Cut(a, first)}\n oot:  {Cut(b, first)}");
    }

    private static string Cut(string[] lines, int first)
    {
        string rest = string.Join("\n       ", lines.Skip(first).Take(6));
        return rest.Length > Excerpt ? rest[..Excerpt] + "…" : rest;
    }
}
