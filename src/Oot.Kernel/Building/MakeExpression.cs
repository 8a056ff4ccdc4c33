using System.Text;

namespace Oot.Kernel.Building;

/// <summary>
/// What can be said of an expression of make without running anything. What stands for an answer that only a run would give is a mark, one character
/// that no makefile holds: <see cref="RunningRelease"/>, <see cref="ThisDirectory"/>, <see cref="Unknown"/>.
/// </summary>
internal static class MakeExpression
{
    /// <summary>Stands for what <c>uname -r</c> prints.</summary>
    internal const char RunningRelease = '\uE001';

    /// <summary>Stands for the directory in which make runs.</summary>
    internal const char ThisDirectory = '\uE002';

    /// <summary>Stands for anything else that is not known before a run.</summary>
    internal const char Unknown = '\uE003';

    private const int DeepestNesting = 24;
    /// <summary>Beyond so many characters nobody looks for a kernel in a value.</summary>
    internal const int LongestValue = 4096;
    private const int MostReferences = 4096;

    /// <summary>
    /// The value of a text. <paramref name="lookup"/> gives a variable's unexpanded value: null means that nothing can be known of it, the empty string that it is not set.
    /// </summary>
    internal static string Expand(string text, Func<string, string?> lookup)
    {
        // Two variables that each name another twice, ten deep, would already be a thousand: what costs more than this is not known.
        int left = MostReferences;
        return Expand(text, name => --left < 0 ? null : lookup(name), 0);
    }

    private static string Expand(string text, Func<string, string?> lookup, int depth)
    {
        if (text.IndexOf('$') < 0 && text.IndexOf('`') < 0)
            return text;
        if (depth > DeepestNesting)
            return Unknown.ToString();
        var result = new StringBuilder();
        int at = 0;
        while (at < text.Length && result.Length < LongestValue)
        {
            char c = text[at];
            if (c == '`' && text.IndexOf('`', at + 1) is var quote and > 0)
            {
                result.Append(ShellAnswer(text[(at + 1)..quote]));
                at = quote + 1;
            }
            else if (c != '$' || at + 1 == text.Length)
            {
                result.Append(c);
                at++;
            }
            else if (text[at + 1] is '(' or '{')
            {
                int end = ClosingOf(text, at + 1);
                if (end < 0)
                    return Unknown.ToString();
                result.Append(Reference(text[(at + 2)..end], lookup, depth));
                at = end + 1;
            }
            else if (text[at + 1] == '$')
            {
                at = ShellVariable(text, at + 2, result);
            }
            else
            {
                result.Append(Reference(text[at + 1].ToString(), lookup, depth));
                at += 2;
            }
        }
        return result.ToString();
    }

    private static string Reference(string inside, Func<string, string?> lookup, int depth)
    {
        int blank = inside.AsSpan().IndexOfAny(' ', '\t');
        if (blank > 0)
            return Function(inside[..blank], inside[(blank + 1)..].Trim(), lookup, depth);
        string name = inside.Contains('$') ? Expand(inside, lookup, depth + 1) : inside;
        if (name.Contains(Unknown) || name.Contains(':'))
            return Unknown.ToString();
        if (name is "CURDIR" or "PWD")
            return ThisDirectory.ToString();
        return name is "src" or "obj" && lookup(name) is null ? ThisDirectory.ToString()
            : lookup(name) is string value ? Expand(value, lookup, depth + 1).Trim() : Unknown.ToString();
    }

    private static string Function(string name, string argument, Func<string, string?> lookup, int depth) => name switch
    {
        "shell" => ShellAnswer(argument),
        "strip" or "abspath" or "realpath" or "firstword" or "lastword" => Path(Expand(argument, lookup, depth + 1).Trim()),
        "or" => argument.Split(',').Select(part => Expand(part.Trim(), lookup, depth + 1)).FirstOrDefault(part => part.Length > 0) ?? "",
        "dir" when argument.Contains("MAKEFILE_LIST", StringComparison.Ordinal) => ThisDirectory.ToString(),
        _ => Unknown.ToString(),
    };

    private static string Path(string value) => value is "." or "./" or "$(CURDIR)" ? ThisDirectory.ToString() : value;

    /// <summary>What a shell command prints, as far as it is one of the few that makefiles use to find their place.</summary>
    private static string ShellAnswer(string command) => command.Trim() switch
    {
        "uname -r" or "uname  -r" or "/bin/uname -r" or "/usr/bin/uname -r" or "uname --kernel-release" => RunningRelease.ToString(),
        "pwd" or "pwd -P" or "/bin/pwd" or "echo $$PWD" or "realpath ." => ThisDirectory.ToString(),
        _ => Unknown.ToString(),
    };

    private static int ShellVariable(string text, int at, StringBuilder result)
    {
        foreach (string form in new[] { "PWD", "{PWD}", "(pwd)", "(uname -r)" })
        {
            if (string.CompareOrdinal(text, at, form, 0, form.Length) == 0)
            {
                result.Append(form == "(uname -r)" ? RunningRelease : ThisDirectory);
                return at + form.Length;
            }
        }
        result.Append(Unknown);
        return at;
    }

    /// <summary>The position of the bracket that closes the one at <paramref name="open"/>; −1 when there is none.</summary>
    internal static int ClosingOf(string text, int open)
    {
        char opening = text[open];
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        for (int at = open; at < text.Length; at++)
        {
            if (text[at] == opening)
                depth++;
            else if (text[at] == closing && --depth == 0)
                return at;
        }
        return -1;
    }
}
