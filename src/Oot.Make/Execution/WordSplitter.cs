using System.Buffers;
using System.Text;

namespace Oot.Make.Execution;

/// <summary>
/// Splits one line into words as a shell would, as long as the line uses nothing but blanks, single quotes and
/// backslashes. It knows nothing of which shell would be used instead.
/// </summary>
internal sealed class WordSplitter(string line, int start, bool stopsAtNewline, bool oneShell)
{
    private static readonly SearchValues<char> ShellCharacters = SearchValues.Create("#;\"*?[]&|<>(){}$`^~!");

    /// <summary>First words that only a shell can do, or does otherwise than the program of that name.</summary>
    private static readonly HashSet<string> Builtins =
    [
        ".", ":", "alias", "bg", "break", "case", "cd", "command", "continue", "eval", "exec", "exit", "export", "fc",
        "fg", "for", "getopts", "hash", "if", "jobs", "login", "logout", "read", "readonly", "return", "set", "shift",
        "test", "times", "trap", "type", "ulimit", "umask", "unalias", "unset", "wait", "while",
    ];

    private readonly StringBuilder _word = new();
    private bool _quoted, _wordHasEquals, _plainWordSeen, _lastWordQuotedEmpty;

    /// <summary>The words found; of no use when <see cref="TrySplit"/> said no.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Where a newline ended the command, also when a shell turned out to be needed; −1 when none did.</summary>
    public int NewlineAt { get; private set; } = -1;

    /// <summary>Whether the character means something to a shell outside quotes.</summary>
    public static bool IsShellCharacter(char c) => ShellCharacters.Contains(c);

    /// <summary>False when the line needs a shell.</summary>
    public bool TrySplit()
    {
        for (int i = start; i < line.Length && NewlineAt < 0; i++)
        {
            if (_quoted)
                Quoted(ref i);
            else if (!Unquoted(ref i))
                return false;
        }
        if (_quoted)
            return false;
        if (_word.Length > 0 || _lastWordQuotedEmpty)
            Words.Add(_word.ToString());
        return Words.Count != 1 || !Builtins.Contains(Words[0]);
    }

    private char At(int index) => index < line.Length ? line[index] : '\0';

    private void Quoted(ref int i)
    {
        char c = line[i];
        if (c == '\'')
        {
            _quoted = false;
            if (_word.Length == 0)
                _lastWordQuotedEmpty = true;
        }
        else if (c == '\\' && At(i + 1) == '\n')
        {
            // POSIX: both are kept between single quotes, and the newline is no end.
            i++;
            _word.Append("\\\n");
        }
        else if (c == '\n' && stopsAtNewline)
        {
            NewlineAt = i;
        }
        else
        {
            _word.Append(c);
        }
    }

    private bool Unquoted(ref int i)
    {
        char c = line[i];
        if (IsShellCharacter(c) || (c == '\n' && oneShell))
            return false;
        switch (c)
        {
            case '=':
                // Before the first word without one, an equals sign makes an assignment.
                if (!_plainWordSeen)
                    return false;
                _wordHasEquals = true;
                _word.Append(c);
                break;
            case '\\':
                Escaped(ref i);
                break;
            case '\'':
                _quoted = true;
                break;
            case '\n' when stopsAtNewline:
                NewlineAt = i;
                break;
            case ' ' or '\t':
                return EndWord(ref i);
            default:
                _word.Append(c);
                break;
        }
        return true;
    }

    private void Escaped(ref int i)
    {
        char next = At(i + 1);
        if (next == '\n')
        {
            i++;
            if (_word.Length == 0)
                SkipBlanks(ref i);
        }
        else if (i + 1 < line.Length)
        {
            _word.Append(next);
            i++;
        }
    }

    private bool EndWord(ref int i)
    {
        Words.Add(_word.ToString());
        _word.Clear();
        _lastWordQuotedEmpty = false;
        _plainWordSeen |= !_wordHasEquals;
        _wordHasEquals = false;
        if (Words.Count == 1 && Builtins.Contains(Words[0]))
            return false;
        SkipBlanks(ref i);
        return true;
    }

    private void SkipBlanks(ref int i)
    {
        while (CommandLine.IsBlank(At(i + 1)))
            i++;
    }
}
