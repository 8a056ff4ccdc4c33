namespace Oot.Make.Options;

/// <summary>Words into <see cref="MakeOptions"/>, as decode_switches of main.c reads them.</summary>
internal sealed class OptionParser
{
    private readonly IReadOnlyList<string> _words;
    private readonly MakeOptions _options;
    private readonly OptionOrigin _origin;
    private readonly string _prefix;
    private readonly Func<string, string?>? _expandTilde;
    private readonly List<string> _errors = [];
    private readonly OptionScanner _scanner;
    private bool _isBad;
    private string? _fatal;

    private OptionParser(IReadOnlyList<string> words, MakeOptions options, string prefix, OptionOrigin origin,
        string scannerName, Func<string, string?>? expandTilde)
    {
        _words = words;
        _options = options;
        _origin = origin;
        _prefix = prefix;
        _expandTilde = expandTilde;
        _scanner = new OptionScanner(words, origin == OptionOrigin.Command ? scannerName : null, _errors);
    }

    /// <inheritdoc cref="Parse(IReadOnlyList{string}, MakeOptions, string, OptionOrigin, string, Func{string, string?})"/>
    public static OptionParseResult Parse(IReadOnlyList<string> words, MakeOptions into, string program, bool fromEnvironment) =>
        Parse(words, into, program, fromEnvironment ? OptionOrigin.Environment : OptionOrigin.Command, program);

    /// <summary>
    /// Adds the switches of <paramref name="words"/> to <paramref name="into"/>. Make reads <c>GNUMAKEFLAGS</c>,
    /// <c>MAKEFLAGS</c> and its arguments as <see cref="OptionOrigin.Command"/> at start, both variables again as
    /// <see cref="OptionOrigin.Environment"/> after the makefiles, and <c>MAKEFLAGS</c> with the origin of each
    /// assignment in a makefile. <see cref="MakeOptions.JobSlots"/> is to be set aside between the first two.
    /// </summary>
    /// <param name="program">The prefix of make's own messages: <c>make</c>, <c>make[1]</c>.</param>
    /// <param name="scannerName">The prefix of getopt's: argv[0] as it stands; empty for a variable's words.</param>
    /// <param name="expandTilde">What <c>~name/x</c> is; null or null answered leaves the name alone.</param>
    public static OptionParseResult Parse(IReadOnlyList<string> words, MakeOptions into, string program, OptionOrigin origin,
        string scannerName, Func<string, string?>? expandTilde = null) =>
        new OptionParser(words, into, program, origin, scannerName, expandTilde).Run();

    private OptionParseResult Run()
    {
        var plain = new List<string>();
        while (_fatal is null && _scanner.Next(out ScannedOption scanned))
        {
            if (scanned.IsBad)
                _isBad = true;
            else if (scanned.Name is { } name)
                Take(OptionTable.Switches[(int)name], scanned.Argument);
            else
                AddWord(plain, scanned.Argument!);
        }
        if (_fatal is null)
        {
            for (int i = _scanner.Index; i < _words.Count; i++)
                AddWord(plain, _words[i]);
            if (!_isBad || _origin != OptionOrigin.Command)
                _fatal = OptionMeaning.Settle(_options);
        }
        return new OptionParseResult(plain, _errors, _isBad, _fatal);
    }

    private static void AddWord(List<string> plain, string word)
    {
        if (word is not ("" or "-"))
            plain.Add(word);
    }

    private void Take(in OptionSwitch option, string? argument)
    {
        bool applies = _origin == OptionOrigin.Command
            || (option.IsRead && _origin >= OptionMeaning.OriginOf(_options, option.Name));
        switch (option.Kind)
        {
            case OptionKind.Flag when applies:
                OptionMeaning.SetFlag(_options, option.Name, _origin);
                break;
            case OptionKind.Text or OptionKind.List or OptionKind.Files when applies:
                TakeText(option, argument);
                break;
            case OptionKind.PositiveInteger:
                if (argument is null && _scanner.Index < _words.Count && !_words[_scanner.Index].AsSpan().ContainsAnyExceptInRange('0', '9'))
                    argument = _words[_scanner.Index++];
                if (applies)
                    TakeJobs(option, argument);
                break;
            case OptionKind.Number:
                if (argument is null && _scanner.Index < _words.Count && _words[_scanner.Index] is [(>= '0' and <= '9') or '.', ..])
                    argument = _words[_scanner.Index++];
                if (applies)
                    _options.MaxLoad = NumberText.LeadingDouble(argument ?? option.Omitted!);
                break;
        }
    }

    private void TakeText(in OptionSwitch option, string? argument)
    {
        argument ??= option.Omitted!;
        if (argument.Length == 0)
        {
            string shown = option.Letter != '\0' ? $"-{option.Letter}" : $"--{option.LongName}";
            Report($"the '{shown}' option requires a non-empty string argument");
            return;
        }
        if (option.Kind == OptionKind.Text)
        {
            OptionMeaning.SetText(_options, option.Name, argument);
            return;
        }
        List<string> list = OptionMeaning.ListOf(_options, option.Name)!;
        if (option.Name != OptionName.File && list.Contains(argument))
            return;
        if (option.Name == OptionName.TempStdin)
        {
            if (_options.TempStdinIndex > 0)
            {
                _fatal = "INTERNAL: multiple --temp-stdin options provided!";
                return;
            }
            _options.TempStdin = argument;
            _options.TempStdinIndex = list.Count;
        }
        else if (option.Kind == OptionKind.Files)
            argument = FileNameOf(argument);
        list.Add(argument);
    }

    private void TakeJobs(in OptionSwitch option, string? argument)
    {
        if (argument is null)
            _options.JobSlots = 0;
        else if (!NumberText.TryUnsigned(argument, out uint slots, out _) || slots == 0)
            Report($"the '-{option.Letter}' option requires a positive integer argument");
        else
            _options.JobSlots = slots == uint.MaxValue ? null : unchecked((int)slots);
    }

    /// <summary>A file name of the command line: <c>~</c> expanded, leading <c>./</c> dropped unless nothing else is there.</summary>
    private string FileNameOf(string name)
    {
        if (name[0] == '~' && _expandTilde?.Invoke(name) is { Length: > 0 } expanded)
            name = expanded;
        int start = 0;
        while (start + 1 < name.Length && name[start] == '.' && name[start + 1] == '/')
        {
            start += 2;
            while (start < name.Length && name[start] == '/')
                start++;
        }
        if (start == 0)
            return name;
        return start == name.Length ? "./" : name[start..];
    }

    private void Report(string message)
    {
        _errors.Add($"{_prefix}: {message}");
        _isBad = true;
    }
}
