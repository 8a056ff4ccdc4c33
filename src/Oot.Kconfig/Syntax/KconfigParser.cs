using System.Globalization;
using Oot.Core;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Menus;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Syntax;

/// <summary>
/// The grammar, as a descent that reads one token ahead and only where conf's own parser does, since reading decides the line that messages name (kernel 5.10 to 7.x,
/// scripts/kconfig/parser.y). A parsing method that meets a wrong token leaves it unread and returns false; the list of statements around it recovers.
/// </summary>
internal sealed partial class KconfigParser
{
    // As deep as the generated parser's stack; beyond it, it says the same.
    private const int DeepestNesting = 1500;

    private readonly KconfigSession _session;
    private readonly KconfigDialect _dialect;
    private readonly KconfigLexer _lexer;
    private readonly SymbolTable _symbols;
    private readonly ExpressionTable _expressions;
    private readonly MenuBuilder _menus;
    private readonly Stack<MenuNode> _open = new();

    private TokenKind _ahead;
    private bool _isRead;
    private int _depth;
    private int _quietTokens;
    private bool _isAborted;
    private MenuNode? _choice;

    internal KconfigParser(KconfigSession session, KconfigDialect dialect, KconfigLexer lexer, SymbolTable symbols, ExpressionTable expressions, MenuBuilder menus)
    {
        _session = session;
        _dialect = dialect;
        _lexer = lexer;
        _symbols = symbols;
        _expressions = expressions;
        _menus = menus;
    }

    /// <summary>How many errors there were.</summary>
    internal int Errors { get; private set; }

    /// <summary>Reads everything.</summary>
    internal void Parse()
    {
        _menus.Begin();
        if (Peek() == TokenKind.MainMenu && !MainMenu())
            Recover(null);
        ParseStatements(inChoice: false);
    }

    private bool MainMenu()
    {
        Take();
        if (!TakeText(out string title) || !TakeEnd())
            return false;
        _menus.AddPrompt(PropertyKind.Menu, title, 0);
        return true;
    }

    private TokenKind Peek()
    {
        if (!_isRead)
        {
            _ahead = _lexer.Next();
            _isRead = true;
        }
        return _ahead;
    }

    /// <summary>Takes the token that was looked at.</summary>
    private void Take()
    {
        _isRead = false;
        if (_quietTokens > 0)
            _quietTokens--;
    }

    private bool Take(TokenKind kind)
    {
        if (Peek() != kind)
            return false;
        Take();
        return true;
    }

    private bool TakeEnd() => Take(TokenKind.EndOfLine);

    /// <summary>A quoted text.</summary>
    private bool TakeText(out string text)
    {
        text = "";
        if (Peek() != TokenKind.Quoted)
            return false;
        text = ByteText.FromBytes(_lexer.Text);
        Take();
        return true;
    }

    /// <summary>A symbol's bare name.</summary>
    private bool TakeSymbol(out Symbol symbol)
    {
        symbol = null!;
        if (Peek() != TokenKind.Word)
            return false;
        symbol = _symbols.Lookup(_lexer.Text, isConstant: false);
        Take();
        return true;
    }

    /// <summary>A symbol's name, or a constant in quotes.</summary>
    private bool TakeOperand(out Symbol symbol)
    {
        if (Peek() != TokenKind.Quoted)
            return TakeSymbol(out symbol);
        symbol = _symbols.Lookup(_lexer.Text, isConstant: true);
        Take();
        return true;
    }

    /// <summary>Says that the token ahead is wrong, leaves the line, and says what the list of statements makes of that.</summary>
    private void Recover(string? word)
    {
        if (_isAborted)
            return;
        if (_quietTokens == 0)
            SyntaxError("syntax error");
        _quietTokens = 3;
        while (Peek() != TokenKind.EndOfLine)
        {
            if (Peek() == TokenKind.EndOfFile)
            {
                Abort();
                return;
            }
            _isRead = false;
        }
        Take();
        Error(word is null ? "invalid statement" : $"unknown statement \"{word}\"");
    }

    private void SyntaxError(string message)
    {
        Errors++;
        int line = _lexer.StatementLine + (_dialect.HasNewPlaces ? 0 : 1);
        _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{_lexer.StatementFile}:{line}: {message}\n"));
    }

    /// <summary>Gives up: what is still open is named, the innermost first.</summary>
    private void Abort()
    {
        _isAborted = true;
        foreach (MenuNode node in _open)
        {
            _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{node.File}:{node.Line}: missing end statement for this entry\n"));
            if (_menus.Menu == node)
                _menus.LeaveMenu();
        }
        _open.Clear();
    }

    private bool IsTooDeep()
    {
        if (_depth < DeepestNesting)
            return false;
        if (!_isAborted)
        {
            SyntaxError("memory exhausted");
            Abort();
        }
        return true;
    }

    private void Error(string message)
    {
        Errors++;
        Remark(message);
    }

    private void Remark(string message) => _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{_lexer.StatementFile}:{_lexer.StatementLine}: {message}\n"));

    private void ErrorAt(string file, int line, string message)
    {
        Errors++;
        _session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: error: {message}\n"));
    }
}
