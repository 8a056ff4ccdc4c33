using System.Text;
using Oot.Make.Syntax;

namespace Oot.Make.Execution;

/// <summary>Recipe lines before expansion.</summary>
internal static class RecipeText
{
    /// <summary>
    /// Joins lines at backslash-newlines inside variable references, where functions must not see them; elsewhere they stay, for the shell.
    /// </summary>
    public static string JoinInsideReferences(string line)
    {
        if (!line.Contains('\n') || !line.Contains('$'))
            return line;
        var result = new StringBuilder(line.Length);
        int at = 0;
        while (true)
        {
            int dollar = line.IndexOf('$', at);
            if (dollar < 0)
                break;
            result.Append(line, at, dollar + 1 - at);
            at = dollar + 1;
            if (at < line.Length && line[at] is '(' or '{')
                at = CopyReference(line, at, result);
        }
        return result.Append(line, at, line.Length - at).ToString();
    }

    private static int CopyReference(string line, int at, StringBuilder result)
    {
        int reference = at;
        char open = line[at], close = open == '(' ? ')' : '}';
        result.Append(line[at++]);
        int minimum = result.Length;
        int depth = 0;
        while (at < line.Length)
        {
            char c = line[at];
            if (c == close && --depth < 0)
                break;
            if (c == '\\' && at + 1 < line.Length && line[at + 1] == '\n')
            {
                int slashes = 0;
                while (at - slashes - 1 > reference && line[at - slashes - 1] == '\\')
                    slashes++;
                if (slashes % 2 == 1)
                {
                    result.Append(c);
                    at++;
                    continue;
                }
                at = Characters.NextToken(line, at + 2);
                while (result.Length > minimum && Characters.IsBlank(result[^1]))
                    result.Length--;
                result.Append(' ');
                continue;
            }
            if (c == open)
                depth++;
            result.Append(c);
            at++;
        }
        return at;
    }
}
