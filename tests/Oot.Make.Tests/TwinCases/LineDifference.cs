using System.Text;

namespace Oot.Make.Tests.TwinCases;

/// <summary>Two texts line by line: <c>-</c> only in the first, <c>+</c> only in the second, the longest common part unmarked.</summary>
internal static class LineDifference
{
    public static string Of(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        int[,] common = CommonTails(left, right);
        StringBuilder text = new();
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
                (text, i, j) = (text.Append("     ").Append(left[i]).Append('\n'), i + 1, j + 1);
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
                text.Append("   - ").Append(left[i++]).Append('\n');
            else
                text.Append("   + ").Append(right[j++]).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>[i, j]: how many lines the texts have in common from line i and line j on.</summary>
    private static int[,] CommonTails(string[] left, string[] right)
    {
        int[,] common = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
            for (int j = right.Length - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
