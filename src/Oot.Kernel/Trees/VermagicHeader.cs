using System.Text;
using Oot.Core;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Trees;

/// <summary>
/// The vermagic that a tree's modules get. The rule is the tree's own <c>include/linux/vermagic.h</c> and <c>arch/ARCH/include/asm/vermagic.h</c>, read with the little of
/// the C preprocessor that they use, because which option means <c>preempt</c> has changed three times (5.10, 6.1, 7.3).
/// </summary>
internal sealed class VermagicHeader
{
    private readonly KernelConfiguration configuration;
    private readonly Dictionary<string, string> macros = new(StringComparer.Ordinal);

    private VermagicHeader(KernelConfiguration configuration) => this.configuration = configuration;

    internal static Vermagic Expected(
        IDisk disk, string tree, string source, string release, KernelArchitecture? architecture, KernelConfiguration configuration)
    {
        string name = architecture?.Kernel ?? "none";
        var header = new VermagicHeader(configuration);
        foreach (string file in new[] { $"{source}/arch/{name}/include/asm/vermagic.h", $"{tree}/include/generated/randstruct_hash.h", $"{source}/include/linux/vermagic.h" })
        {
            if (disk.Read(file, out string text) == 0)
                header.Read(text);
        }
        header.macros["UTS_RELEASE"] = $"\"{release}\"";
        string magic = header.macros.TryGetValue("VERMAGIC_STRING", out string? value) ? header.Expand(value, 0) : ByRule(release, configuration);
        return Vermagic.Parse(magic);
    }

    // kernel 6.1, include/linux/vermagic.h; for trees without the header.
    private static string ByRule(string release, KernelConfiguration configuration) =>
        release + " " + (configuration.IsYes("SMP") ? "SMP " : "")
        + (configuration.IsYes("PREEMPT_RT") ? "preempt_rt " : configuration.IsYes("PREEMPT_BUILD") || configuration.IsYes("PREEMPT") ? "preempt " : "")
        + (configuration.IsYes("MODULE_UNLOAD") ? "mod_unload " : "") + (configuration.IsYes("MODVERSIONS") ? "modversions " : "")
        + (configuration.IsYes("ARM64") ? "aarch64" : configuration.IsYes("RISCV") ? "riscv" : "");

    private void Read(string text)
    {
        var taken = new Stack<(bool Active, bool Any)>();
        bool active = true;
        foreach (string line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            string directive = WithoutComments(line).Trim();
            if (!directive.StartsWith('#'))
                continue;
            directive = directive[1..].TrimStart();
            int end = directive.AsSpan().IndexOfAny(' ', '\t', '(');
            string word = end < 0 ? directive : directive[..end];
            string rest = end < 0 ? "" : directive[end..].Trim();
            switch (word)
            {
                case "if" or "ifdef" or "ifndef":
                    taken.Push((active, active && Holds(word, rest)));
                    active = taken.Peek().Any;
                    break;
                case "elif" or "else" when taken.Count > 0:
                    (bool outer, bool any) = taken.Pop();
                    active = outer && !any && (word == "else" || Holds("if", rest));
                    taken.Push((outer, any || active));
                    break;
                case "endif" when taken.Count > 0:
                    active = taken.Pop().Active;
                    break;
                case "define" when active:
                    Define(rest);
                    break;
            }
        }
    }

    private void Define(string rest)
    {
        int space = rest.AsSpan().IndexOfAny(' ', '\t');
        string name = space < 0 ? rest : rest[..space];
        if (!name.Contains('('))
            macros[name] = space < 0 ? "" : rest[space..].Trim();
    }

    private bool Holds(string word, string condition) => word switch
    {
        "ifdef" => IsDefined(condition),
        "ifndef" => !IsDefined(condition),
        _ => condition.Split("||").Any(all => all.Split("&&").All(Term)),
    };

    // `defined(CONFIG_X)`, `defined CONFIG_X`, `IS_ENABLED(CONFIG_X)`, each with or without `!`.
    private bool Term(string term)
    {
        term = term.Trim();
        bool negated = term.StartsWith('!');
        string name = term.TrimStart('!').Trim();
        foreach (string form in new[] { "defined", "IS_ENABLED", "IS_BUILTIN" })
        {
            if (name.StartsWith(form, StringComparison.Ordinal))
                name = name[form.Length..];
        }
        return IsDefined(name.Trim(' ', '(', ')')) != negated;
    }

    private bool IsDefined(string name) =>
        name.StartsWith("CONFIG_", StringComparison.Ordinal) ? configuration.IsYes(name[7..]) : macros.ContainsKey(name);

    private string Expand(string value, int depth)
    {
        var result = new StringBuilder();
        for (int i = 0; i < value.Length;)
        {
            if (value[i] == '"')
            {
                int close = value.IndexOf('"', i + 1);
                if (close < 0)
                    break;
                result.Append(value, i + 1, close - i - 1);
                i = close + 1;
            }
            else if (char.IsAsciiLetter(value[i]) || value[i] == '_')
            {
                int start = i;
                while (i < value.Length && (char.IsAsciiLetterOrDigit(value[i]) || value[i] == '_'))
                    i++;
                string name = value[start..i];
                if (name == "__stringify" && value.IndexOf(')', i) is > 0 and var end)
                {
                    string argument = value[(i + 1)..end].Trim();
                    result.Append(argument == "__LINUX_ARM_ARCH__" ? ArmArchitecture() : macros.GetValueOrDefault(argument, argument));
                    i = end + 1;
                }
                else if (depth < 20 && macros.TryGetValue(name, out string? inner))
                    result.Append(Expand(inner, depth + 1));
            }
            else
                i++;
        }
        return result.ToString();
    }

    // arch/arm/Makefile gives -D__LINUX_ARM_ARCH__.
    private string ArmArchitecture() => configuration.IsYes("CPU_32v7") ? "7" : configuration.IsYes("CPU_32v6") ? "6" : "5";

    private static string WithoutComments(string line)
    {
        while (line.IndexOf("/*", StringComparison.Ordinal) is >= 0 and var open)
        {
            int close = line.IndexOf("*/", open + 2, StringComparison.Ordinal);
            line = close < 0 ? line[..open] : line[..open] + " " + line[(close + 2)..];
        }
        return line;
    }
}
