using System.Runtime.CompilerServices;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Menus;

/// <summary>Finds symbols whose value would depend on itself (kernel 5.10 to 7.x, scripts/kconfig/symbol.c).</summary>
internal sealed class DependencyLoops(KconfigSession session, KconfigDialect dialect, KconfigTree tree)
{
    private readonly ExpressionTable _expressions = tree.Expressions;
    private readonly bool[] _isUnderWay = new bool[tree.Symbols.Count];
    private readonly bool[] _isDone = new bool[tree.Symbols.Count];
    private readonly bool[] _isClean = new bool[tree.Expressions.Count];
    private readonly List<DependencyFrame> _stack = [];

    /// <summary>The symbol at which a loop through a symbol was found; null when there is none. The loop has then been told.</summary>
    internal Symbol? Check(Symbol symbol)
    {
        if (_isUnderWay[symbol.Id])
        {
            new DependencyLoopText(session, dialect, _stack).Tell(symbol);
            return symbol;
        }
        if (_isDone[symbol.Id])
            return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (symbol.Choice is { } choice)
        {
            _stack.Add(new DependencyFrame(symbol));
            Symbol? found = Check(choice);
            _stack.RemoveAt(_stack.Count - 1);
            return found;
        }
        if (symbol.IsChoice)
            return CheckChoice(symbol);
        _isUnderWay[symbol.Id] = _isDone[symbol.Id] = true;
        Symbol? loop = CheckParts(symbol);
        _isUnderWay[symbol.Id] = false;
        return loop;
    }

    private Symbol? CheckChoice(Symbol choice)
    {
        _stack.Add(new DependencyFrame(choice));
        List<Symbol> members = MembersOf(choice);
        foreach (Symbol member in members)
            _isUnderWay[member.Id] = _isDone[member.Id] = true;
        _isUnderWay[choice.Id] = _isDone[choice.Id] = true;
        Symbol? loop = CheckParts(choice);
        _isUnderWay[choice.Id] = false;
        for (int i = 0; i < members.Count && loop is null; i++)
            loop = CheckParts(members[i]);
        foreach (Symbol member in members)
            _isUnderWay[member.Id] = false;
        _stack.RemoveAt(_stack.Count - 1);
        return loop?.Choice == choice ? choice : loop;
    }

    private List<Symbol> MembersOf(Symbol choice)
    {
        if (dialect.HasOldChoices)
            return [.. choice.Members];
        var members = new List<Symbol>();
        MenuNode root = choice.Definitions[0];
        for (MenuNode? node = root.After(root); node is not null; node = node.After(root))
        {
            if (node.Symbol is { } member)
                members.Add(member);
        }
        return members;
    }

    private Symbol? CheckParts(Symbol symbol)
    {
        var frame = new DependencyFrame(symbol);
        _stack.Add(frame);
        frame.Part = DependencyPart.Direct;
        Symbol? loop = CheckExpression(symbol.DirectDependency);
        if (loop is null)
        {
            frame.Part = DependencyPart.Reverse;
            loop = CheckExpression(symbol.ReverseDependency);
        }
        if (loop is null)
        {
            frame.Part = DependencyPart.Implied;
            loop = CheckExpression(symbol.Implied);
        }
        if (loop is null)
        {
            frame.Part = DependencyPart.None;
            loop = CheckProperties(symbol, frame);
        }
        _stack.RemoveAt(_stack.Count - 1);
        return loop;
    }

    private Symbol? CheckProperties(Symbol symbol, DependencyFrame frame)
    {
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind is PropertyKind.Select or PropertyKind.Imply or PropertyKind.Choice)
                continue;
            frame.Property = property;
            if (CheckExpression(property.Condition) is { } inCondition)
                return inCondition;
            if (property.Kind != PropertyKind.Default || symbol.IsChoice)
                continue;
            frame.Part = DependencyPart.DefaultValue;
            if (CheckExpression(property.Value) is { } inValue)
                return inValue;
            frame.Part = DependencyPart.None;
        }
        return null;
    }

    private Symbol? CheckExpression(int e)
    {
        if (e == 0 || _isClean[e])
            return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Symbol? loop = _expressions.Kind(e) switch
        {
            ExpressionKind.Or or ExpressionKind.And => CheckExpression(_expressions.Left(e)) ?? CheckExpression(_expressions.Right(e)),
            ExpressionKind.Not => CheckExpression(_expressions.Left(e)),
            ExpressionKind.Symbol => Check(_expressions.LeftSymbol(e)),
            _ => Check(_expressions.LeftSymbol(e)) ?? Check(_expressions.RightSymbol(e)),
        };
        _isClean[e] = loop is null;
        return loop;
    }
}
