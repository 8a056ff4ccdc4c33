using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Caching;

/// <summary>Programs: which file it is, and whether these arguments keep it pure.</summary>
internal sealed partial class CommandJudge
{
    private const long LargestScript = 1 << 17;

    /// <summary>The words that make itself would start, or that <c>sh -c</c> would.</summary>
    private void Program(List<string> words)
    {
        External(words.ConvertAll(word => new ShellValue(word, true, false, false)), []);
        if (_inputs.TemporaryDirectory is { } directory && directory != _removedBeforeEnd)
            throw Refuse("a directory that stays");
    }

    private string? _removedBeforeEnd;

    private void External(List<ShellValue> words, List<(string Name, string? Value)> prefix)
    {
        string name = words[0].Text!;
        if (FindProgram(name) is not { } path)
        {
            (_inputs.MaySpeak, _inputs.LacksProgram) = (true, true);
            return;
        }
        string last = name[(name.LastIndexOf('/') + 1)..];
        OwnCall own = IsThisProgram(path) ? _known?.OwnCallOf(last, words.Count > 1 ? words[1].Text : null) ?? OwnCall.Unknown : OwnCall.AsNamed;
        if (own == OwnCall.Unknown)
            throw Refuse("make's own program");
        if (own == OwnCall.Make)
        {
            _inputs.Makes = _isRepeated || _inputs.Makes < 0 ? -1 : _inputs.Makes + 1;
            return;
        }
        if (Script(path) is { } script)
        {
            RunScript(path, script, words[1..], prefix);
            return;
        }
        _inputs.Programs.Add(path);
        PureProgram row = PureProgramTable.Find(last) ?? (_known?.TellsVersion(last) == true ? PureProgramTable.VersionTeller : throw Refuse(last));
        _inputs.MaySpeak |= row.Kind is not (PureProgramKind.Shell or PureProgramKind.TemporaryDirectory);
        switch (row.Kind)
        {
            case PureProgramKind.Words:
                NoProcessId(words);
                if (last == "pwd")
                    Inherited("PWD");
                break;
            case PureProgramKind.Filter:
                Filter(last, row, words);
                break;
            case PureProgramKind.TemporaryDirectory:
                OwnDirectory(last, words);
                break;
            case PureProgramKind.Compiler:
                Compiler(words);
                break;
            case PureProgramKind.KernelName:
                _inputs.AsksKernel = true;
                Only(words, word => word.Length > 1 && word[0] == '-' && word.AsSpan(1).IndexOfAnyExcept("snrvmo") < 0);
                break;
            case PureProgramKind.Constants:
                Only(words, word => word.StartsWith("LFS_", StringComparison.Ordinal) || word == "LONG_BIT");
                break;
            case PureProgramKind.PackageArchitecture:
                Only(words, word => word == "--print-architecture");
                break;
            case PureProgramKind.Version:
                if (words.Count != 2 || words[1].Text is not ("--version" or "-v" or "-V"))
                    throw Refuse(last);
                break;
            case PureProgramKind.Linker:
                Linker(words);
                break;
            case PureProgramKind.Shell:
                RunShell(words, prefix);
                break;
        }
    }

    private bool IsThisProgram(string path) =>
        _disk.Stat("/proc/self/exe", out FileStatus self) == 0 && _disk.Stat(Absolute(path), out FileStatus status) == 0 && self.Inode == status.Inode && self.Device == status.Device;

    private static void Only(List<ShellValue> words, Predicate<string> isKnown)
    {
        foreach (ShellValue word in words.Skip(1))
            if (word.Text is not { } text || !isKnown(text))
                throw Refuse(words[0].Text!);
    }

    private static void Linker(List<ShellValue> words)
    {
        if (words[^1].Text is not ("-v" or "--version" or "-V"))
            throw Refuse("ld");
        for (int i = 1; i < words.Count - 1; i++)
        {
            string text = words[i].Text ?? throw Refuse("ld");
            if (text is "-m" or "-z")
                i++;
            else if (!text.StartsWith('-') || text.Contains('/', StringComparison.Ordinal) || text.Length < 3 || text[1] is 'T' or 'o' or 'L' or 'l' or 'R' or 'c' || text.Contains('=', StringComparison.Ordinal))
                throw Refuse("ld " + text);
        }
    }

    private void Filter(string name, PureProgram row, List<ShellValue> words)
    {
        NoProcessId(words);
        int operands = 0, textOperands = row.TextOperands;
        bool readsInput = true, optionsEnded = false;
        for (int i = 1; i < words.Count; i++)
        {
            string text = words[i].Text ?? throw Refuse(name + " with something that is not known");
            if (!optionsEnded && text.Length > 1 && text[0] == '-')
            {
                if (text == "--")
                {
                    optionsEnded = true;
                    continue;
                }
                if (name is "head" or "tail" && text.AsSpan(1).IndexOfAnyExcept("0123456789") < 0)
                    continue;
                for (int at = 1; at < text.Length; at++)
                {
                    if (row.OtherOptions.Contains(text[at], StringComparison.Ordinal))
                        continue;
                    if (!row.OptionsWithValue.Contains(text[at], StringComparison.Ordinal))
                        throw Refuse($"{name} {text}");
                    string value = at + 1 < text.Length ? text[(at + 1)..] : ++i < words.Count && words[i].Text is { } next ? next : throw Refuse(name);
                    if (text[at] == 'e')
                        textOperands = 0;
                    if (name == "sed" && !SedScript.IsHarmless(value))
                        throw Refuse("sed " + value);
                    break;
                }
                continue;
            }
            if (textOperands > 0)
            {
                textOperands--;
                if (name == "sed" && !SedScript.IsHarmless(text))
                    throw Refuse("sed " + text);
                continue;
            }
            if (++operands > 1 && name == "uniq")
                throw Refuse(name);
            if (text == "-")
                continue;
            readsInput = false;
            Read(text);
        }
        if (readsInput && !_hasOwnInput)
            throw Refuse("standard input");
    }

    private void OwnDirectory(string name, List<ShellValue> words)
    {
        if (name == "mkdir" && MakesNothing(words))
            return;
        string expected = name == "mkdir" ? "-p" : "-rf";
        if (words.Count != 3 || words[1].Text != expected || words[2].Text is not { } given || _depth > 1)
            throw Refuse(name);
        string path = Absolute(given);
        int slash = path.LastIndexOf('/');
        if (slash <= 0 || !path.AsSpan(slash).Contains(CommandInputs.ProcessId) || path.AsSpan(0, slash).Contains(CommandInputs.ProcessId)
            || (_inputs.TemporaryDirectory is not null && _inputs.TemporaryDirectory != path) || path.Contains("..", StringComparison.Ordinal))
            throw Refuse(name);
        _inputs.TemporaryDirectory = path;
        Ask(path[..slash], FileQuestionKind.Writable);
    }

    /// <summary>Directories that are there stay as they are, their times too.</summary>
    private bool MakesNothing(List<ShellValue> words)
    {
        if (words.Count < 3 || words[1].Text != "-p")
            return false;
        for (int i = 2; i < words.Count; i++)
        {
            if (words[i].Text is not { Length: > 0 } path || path[0] == '-' || path.Contains(CommandInputs.ProcessId, StringComparison.Ordinal)
                || _disk.Stat(Absolute(path), out FileStatus status) != 0 || !status.IsDirectory)
                return false;
        }
        for (int i = 2; i < words.Count; i++)
            Ask(words[i].Text!, FileQuestionKind.Type);
        return true;
    }

    /// <summary>The program that a word names, as the shell finds it; null when there is none. All names that were tried are inputs.</summary>
    private string? FindProgram(string name)
    {
        if (name.Contains('/'))
        {
            Ask(name, FileQuestionKind.Identity);
            return IsProgram(Absolute(name)) ? Absolute(name) : null;
        }
        if (name.Length == 0)
            throw Refuse("an empty command");
        string searched = ProcessEnvironment.Value(_environment, "PATH") ?? throw Refuse("no PATH");
        foreach (string directory in searched.Split(':'))
        {
            if (!directory.StartsWith('/'))
                throw Refuse("PATH with a relative directory");
            string path = $"{directory.TrimEnd('/')}/{name}";
            if (_disk.LinkStat(path, out _) != 0)
            {
                Ask(path, FileQuestionKind.Existence);
                continue;
            }
            Ask(path, FileQuestionKind.Identity);
            if (IsProgram(path))
                return path;
        }
        return null;
    }

    private bool IsProgram(string path) => _disk.Stat(path, out FileStatus status) == 0 && status.IsRegular && status.IsExecutable;

    /// <summary>The text of a program that is a script; null for a binary.</summary>
    private string? Script(string path)
    {
        string whole = Absolute(path);
        return NativeFiles.IsScript(whole) && _disk.Stat(whole, out FileStatus status) == 0 && status.Size <= LargestScript && _disk.Read(whole, out string text) == 0 ? text : null;
    }

    private void RunScript(string path, string text, List<ShellValue> arguments, List<(string Name, string? Value)> prefix)
    {
        int end = text.IndexOf('\n');
        string[] interpreter = (end < 0 ? text[2..] : text[2..end]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (interpreter.Length is not (1 or 2) || interpreter[0] is not ("/bin/sh" or "/usr/bin/sh" or "/bin/dash" or "/usr/bin/dash") || (interpreter.Length == 2 && interpreter[1] != "-e"))
            throw Refuse($"{path}: its interpreter");
        FindProgram(interpreter[0]);
        _inputs.Programs.Add(interpreter[0]);
        Interpret(path, text, arguments, prefix);
    }

    private void RunShell(List<ShellValue> words, List<(string Name, string? Value)> prefix)
    {
        int at = 1;
        while (at < words.Count && words[at].Text is "-e" or "-u" or "-x")
            at++;
        if (at >= words.Count || words[at].Text is not { } first)
            throw Refuse("a shell");
        if (first is "-c" or "-ec")
        {
            Interpret(words[0].Text!, at + 1 < words.Count && words[at + 1].Text is { } script ? script : throw Refuse("a shell"), words[(at + 2)..], prefix);
            return;
        }
        if (first.StartsWith('-') || !first.Contains('/', StringComparison.Ordinal))
            throw Refuse("a shell");
        Ask(first, FileQuestionKind.Identity);
        if (_disk.Stat(Absolute(first), out FileStatus status) != 0 || status.Size > LargestScript || _disk.Read(Absolute(first), out string text) != 0)
            throw Refuse("a shell");
        Interpret(first, text, words[(at + 1)..], prefix);
    }

    private void Interpret(string name, string text, List<ShellValue> arguments, List<(string Name, string? Value)> prefix)
    {
        if (_depth >= DeepestScript || text.Length > LongestText)
            throw Refuse("too deep or too long");
        if (_known?.Reader(TextHash.Of(text)) is { } reader)
        {
            foreach (string program in reader.Programs)
                _inputs.Programs.Add(FindProgram(program) ?? throw Refuse(program));
            foreach (string file in reader.Files)
                Read(file);
            foreach (ShellValue argument in arguments)
                Read(argument.Text ?? throw Refuse(name));
            _inputs.MaySpeak = true;
            return;
        }
        IReadOnlyList<string> environment = _environment;
        foreach ((string variable, string? value) in prefix)
            environment = ProcessEnvironment.With(environment, variable, value ?? "");
        List<string> parameters = arguments.ConvertAll(argument => argument.Text ?? throw Refuse(name));
        var inner = new CommandJudge(_disk, _known, environment, _directory, _inputs, name, parameters, _depth + 1) { _hasOwnInput = _hasOwnInput, _inputIsText = false, _text = text, _isRepeated = _isRepeated };
        // What this script has assigned it may also have exported.
        foreach (string variable in _variables.Keys)
            inner._variables[variable] = null;
        foreach ((string variable, string? value) in prefix)
            inner._variables[variable] = value;
        inner.Walk(ShellParser.Parse(text) ?? throw Refuse("a script that is not understood"));
        if (inner._removedAtExit is not null)
            _removedBeforeEnd = inner._removedAtExit;
    }
}
