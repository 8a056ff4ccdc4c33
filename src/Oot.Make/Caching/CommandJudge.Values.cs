using System.Globalization;
using System.Text;
using Oot.Make.Shell;

namespace Oot.Make.Caching;

/// <summary>What is known of a word: literal text, values of variables that are known, answers of three commands that only compute.</summary>
internal sealed partial class CommandJudge
{
    private ShellValue Value(ShellWord word)
    {
        var text = new StringBuilder();
        bool known = true, one = true, pattern = false, quoted = false;
        foreach (ShellWordPart part in word.Parts)
        {
            quoted |= part.IsQuoted;
            string? value = PartValue(part);
            if (part.Expansion is null)
            {
                pattern |= !part.IsQuoted && part.Text.AsSpan().IndexOfAny('*', '?', '[') >= 0;
            }
            else if (!part.IsQuoted)
            {
                // An unquoted value is split and matched; one that needs neither is itself.
                one &= value is not null && value.AsSpan().IndexOfAny(" \t\n*?[") < 0;
            }
            else if (part.Parameter is { Name: "@" })
            {
                one &= _parameters is { Count: 1 };
            }
            known &= value is not null;
            text.Append(value);
        }
        string? result = known ? text.ToString() : null;
        if (result?.StartsWith('~') == true && !quoted)
            throw Refuse("a home directory");
        // Without its end a bracket is a character, above all in the command `[`.
        pattern &= result is null || result.AsSpan().IndexOfAny('*', '?', ']') >= 0;
        if (pattern && result is not null)
            CheckPattern(result);
        return new ShellValue(one ? result : null, one, pattern, !quoted);
    }

    /// <summary>
    /// <c>s/arm.*/arm/</c> is a pattern for file names to a shell: it stays itself while there is no directory <c>s</c>, which is then an input.
    /// </summary>
    private void CheckPattern(string text)
    {
        int wild = text.AsSpan().IndexOfAny('*', '?', '[');
        int slash = text.LastIndexOf('/', wild);
        if (slash <= 0 || _disk.LinkStat(Absolute(text[..slash]), out _) == 0)
            throw Refuse("a pattern");
        Ask(text[..slash], FileQuestionKind.Existence);
    }

    private string? PartValue(ShellWordPart part)
    {
        switch (part.Expansion)
        {
            case null:
                return part.Text;
            case ShellSubstitution substitution:
                return Output(substitution.Body);
            case ShellParameter { Operation: ShellParameterOperation.Value } parameter:
                return Parameter(parameter.Name);
            case ShellParameter parameter:
                Parameter(parameter.Name);
                if (parameter.Argument is { } argument)
                    Value(argument);
                return null;
            default:
                return null;
        }
    }

    private string? Parameter(string name)
    {
        switch (name)
        {
            case "$" when _depth == 1:
                return CommandInputs.ProcessId.ToString();
            case "$":
                throw Refuse("$$ of an inner script");
            case "!" or "?" or "-":
                return null;
            case "#":
                return _parameters?.Count.ToString(CultureInfo.InvariantCulture);
            case "@" or "*":
                return _parameters is null ? null : string.Join(' ', _parameters);
            case "0":
                return _name;
        }
        if (char.IsAsciiDigit(name[0]))
            return _parameters is null ? null : name[0] - '1' < _parameters.Count ? _parameters[name[0] - '1'] : "";
        if (name is "PPID" or "RANDOM" or "SECONDS" or "LINENO" or "EPOCHSECONDS" or "BASHPID" or "SRANDOM" or "EPOCHREALTIME" or "UID" or "EUID" or "HOSTNAME")
            throw Refuse("$" + name);
        return _variables.TryGetValue(name, out string? value) ? value : Inherited(name);
    }

    /// <summary>What a command substitution gives, for those that are known beforehand; the others are only walked through.</summary>
    private string? Output(ShellNode node)
    {
        if (node is ShellNode.Simple { Assignments.Count: 0, Redirections.Count: 0, Words.Count: 2 or 3 } simple)
        {
            List<ShellValue> words = [.. simple.Words.Select(Value)];
            switch (words)
            {
                case [{ Text: "dirname" }, { Text: { Length: > 0 } path }] when path.LastIndexOf('/') > 0 && !path.EndsWith('/') && !path.Contains("//", StringComparison.Ordinal):
                    FindProgram("dirname");
                    return path[..path.LastIndexOf('/')];
                case [{ Text: "command" }, { Text: "-v" }, { Text: { Length: > 0 } name }] when !PureProgramTable.IsBuiltin(name) && !_functions.ContainsKey(name):
                    return FindProgram(name) ?? "";
            }
        }
        bool outer = _hasOwnInput;
        string directory = _directory;
        bool spoke = _inputs.MaySpeak;
        Perhaps(() => Walk(node));
        _inputs.MaySpeak = spoke;
        _directory = directory;
        _hasOwnInput = outer;
        return null;
    }
}
