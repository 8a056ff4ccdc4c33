namespace Oot.Make.Witnessing;

/// <summary>
/// What a shell script could ask its environment for: every name behind a <c>$</c>, wherever it stands. More than it will ask, never less: a name that is put together while the
/// script runs needs <c>eval</c> or <c>printenv</c>.
/// </summary>
internal static class ScriptText
{
    // Chance and the clock, as bash gives them.
    private static readonly string[] NeverTheSame = ["RANDOM", "SRANDOM", "SECONDS", "EPOCHSECONDS", "EPOCHREALTIME", "BASHPID"];
    private static readonly string[] AskForAnyName = ["eval", "printenv", "declare", "typeset", "indirect"];

    // Builtins that print every variable when nothing follows.
    private static readonly string[] PrintAll = ["set", "export", "readonly"];

    /// <summary>Adds the names to <paramref name="variables"/>; a reason when the text can ask for things that a name does not tell.</summary>
    public static string? Read(string text, ISet<string> variables, out bool namesProcess)
    {
        namesProcess = false;
        for (int at = text.IndexOf('$', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('$', at + 1))
        {
            int start = at + 1;
            if (text[start] is '$' or '!')
            {
                namesProcess = true;
                at++;
                continue;
            }
            if (text[start] == '{')
                start++;
            if (start < text.Length && text[start] is '#' or '!')
            {
                if (text[start] == '!')
                    return "a name that is put together: ${!";
                start++;
            }
            int end = start;
            while (end < text.Length && IsName(text[end]))
                end++;
            if (end == start || char.IsAsciiDigit(text[start]))
                continue;
            string name = text[start..end];
            if (NeverTheSame.Contains(name))
                return "$" + name;
            namesProcess |= name == "PPID";
            variables.Add(name);
        }
        return AskForAnyName.FirstOrDefault(word => HasWord(text, word, (_, _) => true)) ?? PrintAll.FirstOrDefault(word => HasWord(text, word, PrintsAll));
    }

    // As a command of its own, not as an argument or in a comment.
    private static bool PrintsAll(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        before = before.TrimEnd(" \t");
        bool isCommand = before.IsEmpty || before[^1] is '\n' or ';' or '|' or '&' or '(' or '{' or '`' || before.EndsWith("then") || before.EndsWith("do") || before.EndsWith("else");
        rest = rest.TrimStart(" \t");
        return isCommand && (rest.IsEmpty || rest[0] is '\n' or ';' or '|' or '&' or ')' or '>' or '`' || rest.StartsWith("-p"));
    }

    private static bool IsName(char c) => c == '_' || char.IsAsciiLetterOrDigit(c);

    private delegate bool PlaceTest(ReadOnlySpan<char> before, ReadOnlySpan<char> rest);

    private static bool HasWord(string text, string word, PlaceTest test)
    {
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            int end = at + word.Length;
            if ((at == 0 || !IsName(text[at - 1])) && (end == text.Length || !IsName(text[end])) && test(text.AsSpan(0, at), text.AsSpan(end)))
                return true;
        }
        return false;
    }
}
