using System.Globalization;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Syntax;

/// <summary>
/// Kconfig text as tokens, over all files that are sourced (kernel 5.10 to 7.x, scripts/kconfig/lexer.l). A word's text is a piece of the file; only where a macro or a
/// backslash makes another text of it is it copied.
/// </summary>
internal sealed partial class KconfigLexer
{
    private readonly KconfigSession _session;
    private readonly KconfigDialect _dialect;
    private readonly SourceFiles _files;

    private SourceFrame _frame;
    private byte[] _content;
    private int _position;
    private int _line = 1;
    private bool _isAssignment;
    private bool _isHelp;
    private string _statementFile = "<none>";
    private TokenKind _beforePrevious = TokenKind.EndOfLine;
    private TokenKind _previous = TokenKind.EndOfLine;

    private byte[] _textOwner = [];
    private int _textStart;
    private int _textLength;

    internal KconfigLexer(KconfigSession session, KconfigDialect dialect, string top)
    {
        _session = session;
        _dialect = dialect;
        _files = new SourceFiles(session, dialect);
        Preprocessor = new Preprocessor(session, () => (_frame!.File.Name, _line));
        _frame = _files.OpenTop(top);
        _content = _frame.File.Content;
    }

    internal Preprocessor Preprocessor { get; }

    /// <summary>The names of all files that were read, in the order in which they were opened.</summary>
    internal IReadOnlyList<string> FileNames => _files.Names;

    /// <summary>The file that is being read.</summary>
    internal KconfigFile File => _frame.File;

    /// <summary>The file's name as messages of the current statement give it.</summary>
    internal string StatementFile => _dialect.HasNewPlaces ? _frame.File.Name : _statementFile;

    /// <summary>The line on which the current statement begins.</summary>
    internal int StatementLine { get; private set; }

    /// <summary>The text of the last word, quoted text or assigned value.</summary>
    internal ReadOnlySpan<byte> Text => _textOwner.AsSpan(_textStart, _textLength);

    /// <summary>Where the last help text begins, and whether there is nothing in it.</summary>
    internal int HelpStart { get; private set; }

    internal bool HelpIsBlank { get; private set; }

    /// <summary>The next line begins a help text.</summary>
    internal void BeginHelp() => _isHelp = true;

    /// <summary>Goes on with another file.</summary>
    internal void Enter(string name)
    {
        (_frame.Position, _frame.Line, _frame.SourceLine) = (_position, _line, StatementLine);
        _frame = _files.Open(name, _frame);
        (_content, _position, _line) = (_frame.File.Content, 0, 1);
    }

    /// <summary>The next token; ends of lines that end nothing are left out.</summary>
    internal TokenKind Next()
    {
        TokenKind token;
        do
            token = Scan();
        while (token == TokenKind.EndOfLine && (_previous is TokenKind.EndOfLine or TokenKind.HelpText));
        if (_previous is TokenKind.EndOfLine or TokenKind.HelpText)
            (_statementFile, StatementLine) = (_frame.File.Name, _line);
        _isAssignment = token is (TokenKind.Equal or TokenKind.ColonEqual or TokenKind.PlusEqual) && _beforePrevious == TokenKind.EndOfLine && _previous == TokenKind.Word;
        if (token == TokenKind.EndOfFile)
            _statementFile = "<none>";
        (_beforePrevious, _previous) = (_previous, token);
        return token;
    }

    private TokenKind Scan()
    {
        if (_isHelp)
            return ScanHelp();
        if (_isAssignment)
            return ScanAssigned();
        ReadOnlySpan<byte> content = _content;
        while (_position < content.Length)
        {
            byte c = content[_position];
            switch (c)
            {
                case (byte)' ' or (byte)'\t':
                    _position++;
                    continue;
                case (byte)'#':
                    int end = content[_position..].IndexOf((byte)'\n');
                    _position = end < 0 ? content.Length : _position + end;
                    continue;
                case (byte)'\n':
                    _position++;
                    _line++;
                    return TokenKind.EndOfLine;
                case (byte)'\\' when _position + 1 < content.Length && content[_position + 1] == '\n':
                    _position += 2;
                    _line++;
                    continue;
                case (byte)'"' or (byte)'\'':
                    _position++;
                    ScanQuoted(c);
                    return TokenKind.Quoted;
            }
            if (IsWord(c) || c == '$')
            {
                TokenKind word = ScanWord();
                if (word != TokenKind.EndOfFile)
                    return word;
                continue;
            }
            TokenKind sign = ScanSign(c);
            if (sign != TokenKind.EndOfFile)
                return sign;
            _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{_frame.File.Name}:{_line}:warning: ignoring unsupported character '{(char)c}'\n"));
            _position++;
        }
        return EndFile();
    }

    private TokenKind EndFile()
    {
        _isAssignment = false;
        if (_previous == TokenKind.EndOfFile)
            return TokenKind.EndOfFile;
        if (_previous is not (TokenKind.EndOfLine or TokenKind.HelpText))
            _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{_frame.File.Name}:{_line}:warning: no new line at end of file\n"));
        if (_frame.Parent is not { } parent)
            return TokenKind.EndOfFile;
        _frame = parent;
        (_content, _position, _line) = (parent.File.Content, parent.Position, parent.Line);
        return TokenKind.EndOfLine;
    }

    private TokenKind ScanHelp()
    {
        _isHelp = false;
        HelpStart = _position;
        _position = HelpText.End(_content, _position, out int lines, out bool isBlank);
        _line += lines;
        HelpIsBlank = isBlank;
        return TokenKind.HelpText;
    }

    private TokenKind ScanSign(byte c)
    {
        byte second = _position + 1 < _content.Length ? _content[_position + 1] : (byte)0;
        (TokenKind kind, int length) = (c, second) switch
        {
            ((byte)'|', (byte)'|') => (TokenKind.Or, 2),
            ((byte)'&', (byte)'&') => (TokenKind.And, 2),
            ((byte)'!', (byte)'=') => (TokenKind.Unequal, 2),
            ((byte)'<', (byte)'=') => (TokenKind.LessOrEqual, 2),
            ((byte)'>', (byte)'=') => (TokenKind.GreaterOrEqual, 2),
            ((byte)':', (byte)'=') => (TokenKind.ColonEqual, 2),
            ((byte)'+', (byte)'=') => (TokenKind.PlusEqual, 2),
            ((byte)'=', _) => (TokenKind.Equal, 1),
            ((byte)'!', _) => (TokenKind.Not, 1),
            ((byte)'<', _) => (TokenKind.Less, 1),
            ((byte)'>', _) => (TokenKind.Greater, 1),
            ((byte)'(', _) => (TokenKind.Open, 1),
            ((byte)')', _) => (TokenKind.Close, 1),
            _ => (TokenKind.EndOfFile, 0),
        };
        _position += length;
        return kind;
    }

    private static bool IsWord(byte c) => c is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'_' or (byte)'-';

    private void SetText(byte[] owner, int start, int length) => (_textOwner, _textStart, _textLength) = (owner, start, length);
}
