using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Caching;

/// <summary>The shell's own commands.</summary>
internal sealed partial class CommandJudge
{
    private const int MostCalls = 200;

    private int _calls;
    private string? _removedAtExit;

    private void Run(List<ShellValue> words, List<(string Name, string? Value)> prefix)
    {
        string name = words[0].Text ?? throw Refuse("a command that is not known beforehand");
        if (words[0].HasPattern)
            throw Refuse("a pattern as a command");
        if (_functions.TryGetValue(name, out ShellNode? body))
        {
            Call(body, words);
            return;
        }
        switch (name)
        {
            case ":" or "true" or "false" or "exit" or "return" or "break" or "continue":
                NoProcessId(words);
                break;
            case "echo" or "printf":
                NoProcessId(words);
                _inputs.MaySpeak = true;
                break;
            case "test" or "[":
                if (name == "[" && words is not [_, .., { Text: "]" }])
                    throw Refuse("[ without ]");
                Test(words[1..(name == "[" ? words.Count - 1 : words.Count)]);
                break;
            case "set":
                Set(words);
                break;
            case "shift":
                _parameters = null;
                break;
            case "trap":
                Trap(words);
                break;
            case "cd":
                EnterDirectory(words);
                break;
            case "pwd" when words.Count == 1:
                Inherited("PWD");
                _inputs.MaySpeak = true;
                break;
            case "export" or "readonly" or "local":
                foreach (ShellValue word in words.Skip(1))
                    Declare(word.Text ?? throw Refuse(name));
                break;
            case "unset" or "read":
                if (name == "read" && !_hasOwnInput)
                    throw Refuse("standard input");
                foreach (ShellValue word in words.Skip(1))
                    Assign(word.Text is { } variable && (!variable.StartsWith('-') || variable == "-r") ? variable : throw Refuse(name), null);
                break;
            case "command" when words.Count == 3 && words[1].Text == "-v" && words[2].Text is { } asked:
                if (!PureProgramTable.IsBuiltin(asked))
                    FindProgram(asked);
                _inputs.MaySpeak = true;
                break;
            case "exec" when words.Count == 1:
                break;
            default:
                if (PureProgramTable.IsBuiltin(name))
                    throw Refuse(name);
                External(words, prefix);
                break;
        }
    }

    private static void NoProcessId(List<ShellValue> words)
    {
        foreach (ShellValue word in words)
            if (word.Text?.Contains(CommandInputs.ProcessId, StringComparison.Ordinal) == true)
                throw Refuse("the process id");
    }

    private void Call(ShellNode body, List<ShellValue> words)
    {
        if (++_calls > MostCalls)
            throw Refuse("too many calls");
        List<string>? outer = _parameters;
        _parameters = words.TrueForAll(word => word.Text is not null) ? [.. words.Skip(1).Select(word => word.Text!)] : null;
        Walk(body);
        _parameters = outer;
    }

    private void Set(List<ShellValue> words)
    {
        foreach (ShellValue word in words.Skip(1))
        {
            if (word.Text == "--")
            {
                _parameters = null;
                return;
            }
            if (word.Text is not ("-e" or "-x" or "-u" or "+e" or "+x" or "-eu" or "-ex" or "-f"))
                throw Refuse("set");
            _inputs.MaySpeak |= word.Text.Contains('x');
        }
        if (words.Count == 1)
            throw Refuse("set");
    }

    private void Declare(string text)
    {
        int equals = text.IndexOf('=');
        if (equals > 0 && !EnvironmentVariables.ChangesPrograms(text[..equals]))
            Assign(text[..equals], text[(equals + 1)..]);
        else if (text.StartsWith('-') || EnvironmentVariables.ChangesPrograms(text))
            throw Refuse("a declaration");
    }

    private void EnterDirectory(List<ShellValue> words)
    {
        if (words.Count != 2 || words[1].Text is not { Length: > 0 } path || _isConditional || path[0] == '-' || path.Contains("..", StringComparison.Ordinal)
            || (path[0] is not ('/' or '.') && ProcessEnvironment.Value(_environment, "CDPATH") is not null))
            throw Refuse("cd");
        Ask(path, FileQuestionKind.Type);
        if (_disk.Stat(Absolute(path), out FileStatus status) != 0 || !status.IsDirectory)
            throw Refuse("cd");
        _directory = Absolute(path);
        _variables["PWD"] = null;
        _variables["OLDPWD"] = null;
    }

    /// <summary>Only at the script's end may something be done, and only a temporary directory be removed; what a signal would do is not done in a run that ends.</summary>
    private void Trap(List<ShellValue> words)
    {
        if (words.Count < 3 || words[1].Text is not { } action)
            throw Refuse("trap");
        foreach (ShellValue signal in words.Skip(2))
        {
            if (signal.Text is "HUP" or "INT" or "QUIT" or "TERM" or "PIPE" or "1" or "2" or "3" or "13" or "15")
                continue;
            if (signal.Text is not ("EXIT" or "0") || _isConditional || _depth != 1 || !action.StartsWith("rm -rf ", StringComparison.Ordinal) || _removedAtExit is not null)
                throw Refuse("trap");
            _removedAtExit = Absolute(action["rm -rf ".Length..].Trim());
            if (_removedAtExit.AsSpan().IndexOfAny(" \t\n;|&<>$`\"'\\*?[(){}#~") >= 0 || _removedAtExit.Contains("..", StringComparison.Ordinal))
                throw Refuse("trap");
        }
    }

    private void Test(List<ShellValue> words)
    {
        NoProcessId(words);
        while (words.Count > 1 && words[0].Text == "!")
            words = words[1..];
        bool knowsAll = words.TrueForAll(word => word.Text is not null);
        bool isComparison = words.Count == 3 && words[1].Text is "=" or "!=" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" && words.TrueForAll(word => word.Text is not null || word.IsOneWord);
        bool isTextQuestion = words.Count == 2 && words[0].Text is "-n" or "-z" && (words[1].Text is not null || words[1].IsOneWord);
        bool isWord = words.Count == 1 && (words[0].Text is not null || words[0].IsOneWord);
        // A comparison of numbers complains about what is none.
        _inputs.MaySpeak |= words.Count > 3 || (isComparison && words[1].Text!.StartsWith('-'));
        if (isComparison || isTextQuestion || isWord || words.Count == 0)
            return;
        if (!knowsAll)
            throw Refuse("test");
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i].Text!;
            if (word is "-nt" or "-ot" or "-ef" or "-t" or "-h" or "-L" or "-O" or "-G" or "-N")
                throw Refuse("test " + word);
            if (word.Length == 2 && word[0] == '-' && "bcdefgkprSsuwx".Contains(word[1], StringComparison.Ordinal) && i + 1 < words.Count)
                AskStatus(words[i + 1].Text!, word[1]);
        }
    }

    private void AskStatus(string path, char question)
    {
        if (path.Length > 0 && path is not "]" and not "=" and not "!=")
            Ask(path, question is 'e' or 'd' or 'f' ? FileQuestionKind.Type : FileQuestionKind.Identity);
    }
}
