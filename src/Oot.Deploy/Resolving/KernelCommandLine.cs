using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Resolving;

/// <summary>
/// Options of modules on the kernel's command line: <c>module.parameter=value</c>, where the value may be in double quotes and then have blanks, or the whole word; and
/// <c>modprobe.blacklist=name,name</c>. Other words are somebody else's.
/// </summary>
internal static class KernelCommandLine
{
    internal static void Read(string line, ModprobeConfiguration result)
    {
        foreach (string word in Words(line))
        {
            bool whole = word.StartsWith('"');
            string text = whole ? word[1..] : word;
            int dot = text.IndexOf('.');
            int equals = text.IndexOf('=');
            string name = dot < 0 ? "" : text[..dot];
            string parameter = dot < 0 ? "" : text[(dot + 1)..(equals > dot ? equals : text.Length)];
            if (dot < 0 || (equals >= 0 && equals < dot) || name.Contains('"') || parameter.Contains('.') || parameter.Contains('"'))
                continue;
            string option = whole && equals > dot ? $"{parameter}=\"{text[(equals + 1)..]}" : text[(dot + 1)..];
            if (name == "modprobe" && parameter == "blacklist" && equals > dot)
                result.Blacklist.AddRange(text[(equals + 1)..].Trim('"').Split(','));
            else if (ModuleIndexes.Normalize(name) is string module)
                result.Options.Add((module, option));
        }
    }

    // Blanks count only outside of quotes.
    private static IEnumerable<string> Words(string line)
    {
        bool quoted = false;
        int start = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            if (i < line.Length && (quoted || !char.IsWhiteSpace(line[i])))
                continue;
            if (i > start && !quoted)
                yield return line[start..i];
            start = i + 1;
        }
    }
}
