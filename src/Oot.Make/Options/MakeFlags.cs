using System.Text;

namespace Oot.Make.Options;

/// <summary>
/// The values of <c>MAKEFLAGS</c> and <c>MFLAGS</c>. Both variables are recursive: a <c>$</c> inside an argument is
/// doubled, and the references at the end of <c>MAKEFLAGS</c> are expanded where it is used. <c>MAKEFLAGS</c> has the
/// origin "file", or "environment override" under <c>-e</c>, is special (an assignment re-reads the switches) and
/// exported; <c>MFLAGS</c> has the origin "environment".
/// </summary>
internal static class MakeFlags
{
    private const string EvalReference = " $(-*-eval-flags-*-)";

    /// <summary>Switches with arguments are always listed, <c>-n</c>, <c>-q</c> and <c>-t</c> not while makefiles are remade.</summary>
    /// <param name="hasCommandVariables">Whether the variable referred to (<c>MAKEOVERRIDES</c>, or <c>-*-command-variables-*-</c> under .POSIX) is defined and not empty.</param>
    /// <param name="hasEvalStrings">Whether <c>--eval</c> was given; <see cref="EvalFlags"/> is the value referred to.</param>
    public static (string MakeFlags, string MFlags) Format(
        MakeOptions options, bool remakingMakefiles, bool hasCommandVariables, bool hasEvalStrings, bool posix)
    {
        var letters = new StringBuilder();
        var rest = new StringBuilder();
        foreach (OptionSwitch option in OptionTable.Switches)
        {
            if (option.IsPassed && !(remakingMakefiles && option.IsDroppedWhenRemaking))
                Append(options, option, letters, rest);
        }

        // The dash of the letters stands even where there are none: "- -j4"; each variable drops it in its own way.
        string flags = letters.Append(rest).ToString();
        string mFlags = flags.Length == 0 ? "" : flags[0] == ' ' ? flags[1..] : "-" + flags;
        if (hasEvalStrings)
            flags += EvalReference;
        if (hasCommandVariables)
            flags += posix ? " -- $(-*-command-variables-*-)" : " -- $(MAKEOVERRIDES)";
        return (flags, mFlags);
    }

    /// <summary>The value of <c>-*-eval-flags-*-</c>, an automatic simple variable.</summary>
    public static string EvalFlags(IEnumerable<string> evalStrings) =>
        string.Join(' ', evalStrings.Select(text => "--eval=" + Quote(text)));

    /// <summary>One word for <see cref="EnvironmentFlags.Split"/>: <c>$</c> doubled, blank, tab and backslash behind a backslash.</summary>
    public static string Quote(string text)
    {
        if (!text.AsSpan().ContainsAny("$ \t\\"))
            return text;
        var quoted = new StringBuilder(text.Length * 2);
        foreach (char character in text)
        {
            if (character == '$')
                quoted.Append('$');
            else if (character is ' ' or '\t' or '\\')
                quoted.Append('\\');
            quoted.Append(character);
        }
        return quoted.ToString();
    }

    private static void Append(MakeOptions options, in OptionSwitch option, StringBuilder letters, StringBuilder rest)
    {
        switch (option.Kind)
        {
            case OptionKind.Flag when OptionMeaning.IsFlagSet(options, option.Name):
                if (option.Letter != '\0')
                    letters.Append(option.Letter);
                else
                    AppendWord(rest, option, "");
                break;
            case OptionKind.PositiveInteger when options.JobSlots is { } slots:
                AppendWord(rest, option, slots == 0 ? "" : unchecked((uint)slots).ToString());
                break;
            case OptionKind.Number when options.MaxLoad != -1:
                AppendWord(rest, option, NumberText.Short(options.MaxLoad));
                break;
            case OptionKind.Text when OptionMeaning.TextOf(options, option.Name) is { } text:
                AppendWord(rest, option, text);
                break;
            case OptionKind.Files or OptionKind.List when OptionMeaning.ListOf(options, option.Name) is { } list:
                foreach (string item in list)
                    AppendWord(rest, option, item);
                break;
        }
    }

    private static void AppendWord(StringBuilder rest, in OptionSwitch option, string argument)
    {
        if (option.Letter != '\0')
            rest.Append(" -").Append(option.Letter);
        else
            rest.Append(" --").Append(option.LongName);
        if (argument.Length == 0)
            return;
        if (option.Letter == '\0')
            rest.Append('=');
        rest.Append(Quote(argument));
    }
}
