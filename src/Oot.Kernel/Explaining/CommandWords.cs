namespace Oot.Kernel.Explaining;

/// <summary>What two commands differ in, word by word. Words are what blanks separate: both commands are one program's long list of switches.</summary>
internal static class CommandWords
{
    /// <summary>The words of <paramref name="command"/> that <paramref name="other"/> lacks or has fewer times, in their order.</summary>
    public static List<string> Beyond(string command, string other)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in Split(other))
            known[word] = known.GetValueOrDefault(word) + 1;
        var result = new List<string>();
        foreach (string word in Split(command))
        {
            if (known.GetValueOrDefault(word) > 0)
                known[word]--;
            else
                result.Add(word);
        }
        return result;
    }

    private static string[] Split(string command) => command.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
