using System.Text;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>A macro with arguments in whose text something is exported.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters; the last may be <c>...</c> or end in it.</param>
/// <param name="Body">What it stands for, on one line.</param>
/// <param name="When">What the preprocessor asks before its definition.</param>
internal sealed record ExportMacro(string Name, string[] Parameters, string Body, Condition When)
{
    private const int LongestBody = 1 << 16;

    /// <summary>What a call becomes: parameters replaced, <c>##</c> joined, <c>#parameter</c> quoted (C11, 6.10.3).</summary>
    public string Expand(string[] arguments)
    {
        var output = new StringBuilder(Body.Length + 64);
        int at = 0;
        while (at < Body.Length && output.Length < LongestBody)
        {
            char c = Body[at];
            if (c == '#')
            {
                at = Paste(output, at, arguments);
            }
            else if (IsIdentifierStart(c))
            {
                int end = EndOfIdentifier(at);
                string word = Body[at..end];
                output.Append(Argument(word, arguments) ?? word);
                at = end;
            }
            else
            {
                output.Append(c);
                at++;
            }
        }
        return output.ToString();
    }

    private int Paste(StringBuilder output, int at, string[] arguments)
    {
        if (at + 1 < Body.Length && Body[at + 1] == '#')
        {
            while (output.Length > 0 && output[^1] == ' ' || output.Length > 0 && output[^1] == '\t')
                output.Length--;
            at += 2;
            while (at < Body.Length && Body[at] is ' ' or '\t')
                at++;
            return at;
        }
        int start = at + 1;
        while (start < Body.Length && Body[start] == ' ')
            start++;
        int end = EndOfIdentifier(start);
        output.Append('"').Append(Argument(Body[start..end], arguments) ?? Body[start..end]).Append('"');
        return Math.Max(end, at + 1);
    }

    private string? Argument(string word, string[] arguments)
    {
        for (int i = 0; i < Parameters.Length; i++)
        {
            bool isRest = Parameters[i].EndsWith("...", StringComparison.Ordinal);
            if (isRest && (word == "__VA_ARGS__" || word == Parameters[i][..^3].Trim()))
                return string.Join(", ", arguments.Skip(i));
            if (Parameters[i] == word)
                return i < arguments.Length ? arguments[i] : "";
        }
        return null;
    }

    private int EndOfIdentifier(int at)
    {
        while (at < Body.Length && SourceText.IsIdentifier((byte)Body[at]))
            at++;
        return at;
    }

    private static bool IsIdentifierStart(char c) => char.IsAsciiLetter(c) || c == '_';
}
