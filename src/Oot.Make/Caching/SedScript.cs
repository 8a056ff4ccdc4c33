namespace Oot.Make.Caching;

/// <summary>Scripts of sed that do nothing but edit: no <c>w</c>, <c>e</c>, <c>r</c>, in no form.</summary>
internal static class SedScript
{
    /// <summary>Whether every command of the script is one of <c>s d p q = n</c> with addresses by number, <c>$</c> or expression.</summary>
    public static bool IsHarmless(string script)
    {
        int at = 0;
        while (at < script.Length)
        {
            while (at < script.Length && script[at] is ' ' or '\t' or '\n' or ';' or '{' or '}')
                at++;
            if (at == script.Length)
                return true;
            if (!SkipAddress(script, ref at))
                return false;
            if (at < script.Length && script[at] == ',' && (++at == script.Length || !SkipAddress(script, ref at)))
                return false;
            while (at < script.Length && script[at] is ' ' or '!')
                at++;
            if (at == script.Length)
                return false;
            char command = script[at++];
            if (command == '{')
                continue;
            if (command == 's' ? !SkipSubstitution(script, ref at) : command is not ('d' or 'p' or 'q' or '=' or 'n'))
                return false;
            while (at < script.Length && script[at] is ' ' or '\t')
                at++;
            if (at < script.Length && script[at] is not (';' or '\n' or '}'))
                return false;
        }
        return true;
    }

    private static bool SkipAddress(string script, ref int at)
    {
        if (script[at] == '/')
        {
            at++;
            return SkipPast(script, '/', ref at);
        }
        while (at < script.Length && (char.IsAsciiDigit(script[at]) || script[at] == '$'))
            at++;
        return true;
    }

    private static bool SkipSubstitution(string script, ref int at)
    {
        if (at == script.Length)
            return false;
        char delimiter = script[at++];
        if (delimiter is '\\' or '\n' || !SkipPast(script, delimiter, ref at) || !SkipPast(script, delimiter, ref at))
            return false;
        while (at < script.Length && (script[at] is 'g' or 'p' or 'i' or 'I' || char.IsAsciiDigit(script[at])))
            at++;
        return true;
    }

    // Within brackets a delimiter does not count for an address; both readings must agree, so brackets with it are refused.
    private static bool SkipPast(string script, char delimiter, ref int at)
    {
        bool bracket = false;
        for (; at < script.Length; at++)
        {
            char c = script[at];
            if (c == '\\' && at + 1 < script.Length)
                at++;
            else if (c == delimiter && bracket)
                return false;
            else if (c == delimiter)
            {
                at++;
                return true;
            }
            else if (c == '[')
                bracket = true;
            else if (c == ']')
                bracket = false;
        }
        return false;
    }
}
