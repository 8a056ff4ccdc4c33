namespace Oot.Kernel.Builds;

/// <summary>A command that hands a directory to kbuild: <c>make -C KERNEL M=MODULE …</c>, nothing expanded.</summary>
/// <param name="KernelDirectory">The word after <c>-C</c>.</param>
/// <param name="ModuleDirectory">The value of <c>M</c> (or <c>SUBDIRS</c>, <c>KBUILD_EXTMOD</c>); null when kbuild's own default is meant.</param>
/// <param name="Settings">Every other <c>NAME=VALUE</c> on the line.</param>
internal sealed record KbuildCall(string KernelDirectory, string? ModuleDirectory, IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    /// <summary>Finds the call in a recipe line or in a variable's value; null when there is none.</summary>
    internal static KbuildCall? Find(string text)
    {
        List<string> words = Words(text);
        string? kernel = null;
        string? module = null;
        var settings = new List<KeyValuePair<string, string>>();
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            if (word == "-C" && i + 1 < words.Count)
                kernel = words[++i];
            else if (word.StartsWith("-C", StringComparison.Ordinal) && word.Length > 2)
                kernel = word[2..];
            else if (word.StartsWith("--directory=", StringComparison.Ordinal))
                kernel = word["--directory=".Length..];
            else if (kernel is not null && word is ";" or "&&" or "||" or "|")
                break;
            else if (word.IndexOf('=') is var equals and > 0 && word[..equals].TrimEnd('+', ':') is var name && IsName(name))
            {
                string value = word[(equals + 1)..];
                if (name is "M" or "KBUILD_EXTMOD" || (name == "SUBDIRS" && module is null))
                    module = value;
                else if (name != "SUBDIRS")
                    settings.Add(new(name, value));
            }
        }
        return kernel is null ? null : new KbuildCall(kernel, module, settings);
    }

    private static bool IsName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    /// <summary>Splits at blanks outside brackets and quotes; quotes are dropped.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        int depth = 0;
        char quote = '\0';
        bool started = false;
        foreach (char c in text)
        {
            if (quote != '\0' && c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
                started = true;
            }
            else if (quote == '\0' && depth == 0 && c is ' ' or '\t' or ';')
            {
                Flush();
                if (c == ';')
                    words.Add(";");
            }
            else
            {
                depth += c is '(' or '{' ? 1 : c is ')' or '}' && depth > 0 ? -1 : 0;
                // A command in backquotes holds blanks but is one word.
                if (c == '`')
                    quote = quote == '\0' ? '`' : quote;
                word.Append(c);
                started = true;
            }
            if (c == '`' && quote == '\0')
                word.Append(c);
        }
        Flush();
        return words;

        void Flush()
        {
            if (started || word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
            started = false;
        }
    }
}
