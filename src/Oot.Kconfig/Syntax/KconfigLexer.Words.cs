using System.Globalization;
using System.Text;
using Oot.Core;

namespace Oot.Kconfig.Syntax;

/// <summary>Words, quoted texts and the values of macros.</summary>
internal sealed partial class KconfigLexer
{
    /// <summary>A word or a word of the language; <see cref="TokenKind.EndOfFile"/> where its macros leave nothing.</summary>
    private TokenKind ScanWord()
    {
        int start = _position, end = start;
        while (end < _content.Length && IsWord(_content[end]))
            end++;
        if (end < _content.Length && _content[end] == '$')
            return ScanWordWithMacros();
        _position = end;
        SetText(_content, start, end - start);
        return Keywords.Of(Text, _dialect);
    }

    private TokenKind ScanWordWithMacros()
    {
        string expanded = Preprocessor.ExpandWord(RestOfLine(), out int length);
        _position += length;
        SetText(ByteText.ToBytes(expanded), 0, expanded.Length);
        return expanded.Length > 0 ? TokenKind.Word : TokenKind.EndOfFile;
    }

    private string RestOfLine()
    {
        int length = _content.AsSpan(_position).IndexOf((byte)'\n');
        return ByteText.FromBytes(length < 0 ? _content.AsSpan(_position) : _content.AsSpan(_position, length));
    }

    private void ScanQuoted(byte quote)
    {
        int length = _content.AsSpan(_position).IndexOfAny("$'\"\\\n"u8);
        if (length >= 0 && _content[_position + length] == quote)
        {
            SetText(_content, _position, length);
            _position += length + 1;
            return;
        }
        string text = QuotedText(quote);
        SetText(ByteText.ToBytes(text), 0, text.Length);
    }

    private string QuotedText(byte quote)
    {
        var text = new StringBuilder();
        while (_position < _content.Length)
        {
            byte c = _content[_position++];
            if (c == quote)
                return text.ToString();
            switch (c)
            {
                case (byte)'$':
                    string line = RestOfLine();
                    int used = 0;
                    text.Append(Preprocessor.ExpandDollar(line, ref used));
                    _position += used;
                    break;
                case (byte)'\\':
                    if (_position < _content.Length && _content[_position] != '\n')
                        text.Append((char)_content[_position++]);
                    break;
                case (byte)'\n':
                    _position--;
                    _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{StatementFile}:{StatementLine}:warning: multi-line strings not supported\n"));
                    return text.ToString();
                default:
                    text.Append((char)c);
                    break;
            }
        }
        return text.ToString();
    }

    /// <summary>The rest of a macro's definition, its leading blanks left out.</summary>
    private TokenKind ScanAssigned()
    {
        while (_position < _content.Length && _content[_position] is (byte)' ' or (byte)'\t')
            _position++;
        if (_position >= _content.Length)
            return EndFile();
        if (_content[_position] == '\n')
        {
            _isAssignment = false;
            _position++;
            _line++;
            return TokenKind.EndOfLine;
        }
        int length = _content.AsSpan(_position).IndexOf((byte)'\n');
        if (length < 0)
            length = _content.Length - _position;
        SetText(_content, _position, length);
        _position += length;
        return TokenKind.AssignedValue;
    }
}
