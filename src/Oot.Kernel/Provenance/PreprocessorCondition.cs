using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>
/// What <c>#if</c> asks, as a condition on options (kernel 5.10 to 7.x, include/linux/kconfig.h: IS_ENABLED and its kin; an option that is <c>m</c> defines <c>CONFIG_X_MODULE</c>). What asks for
/// anything else is kept as its text.
/// </summary>
internal ref struct PreprocessorCondition
{
    private static readonly char[] Operators = ['<', '>', '=', '+', '-', '*', '/', '%', '&', '|', '^', '?', ':'];

    private readonly FreeVariables free;
    private readonly bool isAssembler;
    private readonly ReadOnlySpan<char> text;
    private int at;
    private int depth;

    private PreprocessorCondition(ReadOnlySpan<char> text, FreeVariables free, bool isAssembler)
    {
        this.text = text;
        this.free = free;
        this.isAssembler = isAssembler;
    }

    /// <summary>Reads what follows <c>#if</c> or <c>#elif</c>.</summary>
    public static Condition Parse(string text, FreeVariables free, bool isAssembler)
    {
        var parser = new PreprocessorCondition(text, free, isAssembler);
        Condition? result = parser.Or();
        parser.SkipBlanks();
        return result is not null && parser.at == parser.text.Length ? result : Unknown(text);
    }

    /// <summary>What <c>#ifdef</c> asks of a name.</summary>
    public static Condition Defined(string name, FreeVariables free, bool isAssembler)
    {
        const string ModuleSuffix = "_MODULE";
        if (name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal))
            return name.EndsWith(ModuleSuffix, StringComparison.Ordinal)
                ? ConfigurationVariables.Option(free, name[..^ModuleSuffix.Length], ConfigurationVariables.Module)
                : ConfigurationVariables.Option(free, name, ConfigurationVariables.Yes);
        return name switch
        {
            "__KERNEL__" => Condition.True,
            "__ASSEMBLY__" or "__ASSEMBLER__" => isAssembler ? Condition.True : Condition.False,
            "__GENKSYMS__" or "__DISABLE_EXPORTS" or "__CHECKER__" or "__KVM_NVHE_HYPERVISOR__" or "__BOOT__" or "BUILD_VDSO" => Condition.False,
            "TRACEPOINTS_ENABLED" => ConfigurationVariables.Option(free, "CONFIG_TRACEPOINTS", ConfigurationVariables.Yes),
            "__x86_64__" => ConfigurationVariables.Option(free, "CONFIG_X86_64", ConfigurationVariables.Yes),
            "__aarch64__" => ConfigurationVariables.Option(free, "CONFIG_ARM64", ConfigurationVariables.Yes),
            _ => Unknown($"defined({name})"),
        };
    }

    /// <summary>A question that only the preprocessor can answer.</summary>
    public static Condition Unknown(string text) => Condition.Unknown(string.Join(' ', text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)));

    private Condition? Or()
    {
        Condition? left = And();
        while (left is not null && Takes("||"))
            left = And() is { } right ? left.Or(right) : null;
        return left;
    }

    private Condition? And()
    {
        Condition? left = Unary();
        while (left is not null && Takes("&&"))
            left = Unary() is { } right ? left.And(right) : null;
        return left;
    }

    private Condition? Unary()
    {
        if (++depth > 100)
            return null;
        SkipBlanks();
        int start = at;
        Condition? result = at + 1 < text.Length && text[at] == '!' && text[at + 1] != '=' ? Negated() : Primary();
        depth--;
        SkipBlanks();
        // A comparison or a sum: not for options that are on or off.
        if (at < text.Length && Array.IndexOf(Operators, text[at]) >= 0 && !text[at..].StartsWith("&&") && !text[at..].StartsWith("||"))
            return Rest(start);
        return result;
    }

    private Condition? Negated()
    {
        at++;
        return Unary()?.Not();
    }

    private Condition? Primary()
    {
        if (Takes("("))
        {
            Condition? inner = Or();
            return Takes(")") ? inner : null;
        }
        string name = Identifier();
        switch (name)
        {
            case "":
                return null;
            case "0":
                return Condition.False;
            case "1":
                return Condition.True;
            case "defined":
                bool parenthesized = Takes("(");
                string asked = Identifier();
                return asked.Length > 0 && (!parenthesized || Takes(")")) ? Defined(asked, free, isAssembler) : null;
            case "IS_ENABLED" or "IS_REACHABLE":
                return Option(ConfigurationVariables.Yes | ConfigurationVariables.Module);
            case "IS_BUILTIN":
                return Option(ConfigurationVariables.Yes);
            case "IS_MODULE":
                return Option(ConfigurationVariables.Module);
            default:
                return Called(name);
        }
    }

    private Condition? Option(uint mask)
    {
        if (!Takes("("))
            return null;
        string name = Identifier();
        return Takes(")") && name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal) ? ConfigurationVariables.Option(free, name, mask) : null;
    }

    /// <summary>A macro or a number, possibly with arguments.</summary>
    private Condition? Called(string name)
    {
        int start = at;
        if (Takes("("))
        {
            int open = 1;
            while (at < text.Length && open > 0)
                open += text[at++] switch { '(' => 1, ')' => -1, _ => 0 };
            return open == 0 ? Unknown(name + text[start..at].ToString()) : null;
        }
        if (name == "ACPI_REDUCED_HARDWARE")
            return ConfigurationVariables.Option(free, "CONFIG_ACPI_REDUCED_HARDWARE_ONLY", ConfigurationVariables.Yes);
        return name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal) ? ConfigurationVariables.Option(free, name, ConfigurationVariables.Yes) : Unknown(name);
    }

    /// <summary>Everything up to what ends this operand, as its text.</summary>
    private Condition Rest(int start)
    {
        int open = 0;
        while (at < text.Length && !(open == 0 && (text[at] == ')' || text[at..].StartsWith("&&") || text[at..].StartsWith("||"))))
            open += text[at++] switch { '(' => 1, ')' => -1, _ => 0 };
        return Unknown(text[start..at].ToString());
    }

    private string Identifier()
    {
        SkipBlanks();
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return text[start..at].ToString();
    }

    private bool Takes(string token)
    {
        SkipBlanks();
        if (!text[at..].StartsWith(token))
            return false;
        at += token.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
            at++;
    }
}
