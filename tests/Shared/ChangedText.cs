using System.Text;

namespace Oot.Shared;

/// <summary>Text changed by chance, for the fuzz tests.</summary>
internal static class ChangedText
{
    private const int MostChanges = 6, LongestCut = 30, LongestCopy = 60;

    /// <summary>A text with some pieces taken out, put in twice, or replaced, and some words put in.</summary>
    public static string Of(string text, Random random, string[] words)
    {
        var changed = new StringBuilder(text);
        for (int changes = random.Next(MostChanges); changes > 0 && changed.Length > 0; changes--)
        {
            int at = random.Next(changed.Length);
            switch (random.Next(4))
            {
                case 0:
                    changed.Remove(at, Math.Min(random.Next(1, LongestCut), changed.Length - at));
                    break;
                case 1:
                    changed[at] = (char)random.Next(256);
                    break;
                case 2:
                    int length = Math.Min(random.Next(1, LongestCopy), changed.Length - at);
                    changed.Insert(random.Next(changed.Length), changed.ToString(at, length));
                    break;
                default:
                    changed.Insert(at, words[random.Next(words.Length)]);
                    break;
            }
        }
        return changed.ToString();
    }
}
