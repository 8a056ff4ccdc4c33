namespace Oot.Kernel.Provenance;

/// <summary>Names that may have been meant: those of the same words in another order, or with a word more or less, and those with a letter wrong.</summary>
internal static class NearNames
{
    private const double Least = 0.6;

    /// <summary>The nearest exported names, the nearest first.</summary>
    public static IReadOnlyList<string> Of(ProvenanceIndex index, string symbol, int most)
    {
        string[] words = WordsOf(symbol);
        var found = new List<(double Score, string Name)>();
        for (int i = 0; i < index.Count; i++)
        {
            string name = index.NameOf(i);
            double score = Score(symbol, words, name);
            if (score >= Least && name != symbol)
                found.Add((score, name));
        }
        return [.. found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Name.Length).ThenBy(pair => pair.Name, StringComparer.Ordinal).Take(most).Select(pair => pair.Name)];
    }

    private static double Score(string symbol, string[] words, string name)
    {
        if (Math.Abs(name.Length - symbol.Length) > 16)
            return 0;
        string[] others = WordsOf(name);
        int common = 0;
        foreach (string word in words)
            if (Array.IndexOf(others, word) >= 0)
                common++;
        double byWords = words.Length < 2 ? 0 : (double)common / Math.Max(words.Length, others.Length);
        if (byWords >= Least || Math.Abs(name.Length - symbol.Length) > 2)
            return byWords;
        int distance = Distance(symbol, name);
        return distance <= 2 && symbol.Length > 5 ? 1 - (distance * 0.1) : byWords;
    }

    private static string[] WordsOf(string name) => name.Split('_', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many letters have to be put in, taken out or replaced.</summary>
    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1 <= 256 ? right.Length + 1 : 0];
        if (row.IsEmpty)
            return int.MaxValue;
        for (int j = 0; j <= right.Length; j++)
            row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[right.Length];
    }
}
