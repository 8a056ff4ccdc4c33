using System.Runtime.CompilerServices;
using Oot.Core;
using Oot.Make.Syntax;

namespace Oot.Make.Symbolic;

/// <summary>
/// Reads makefiles in which some variables are free, and says which words each variable then has, and when. Rules and recipes are passed over: only what
/// variables hold is of interest. Nothing is executed; what a command would say is unknown, and so is a condition that asks for it.
/// </summary>
public sealed class SymbolicMakefile
{
    private const int DeepestInclude = 20;

    private readonly IDisk _disk;
    private readonly string _root;
    private readonly SymbolicVariables _variables = new();
    private readonly SymbolicExpander _expander;
    private readonly Func<string, bool> _ignores;
    private int _depth;

    /// <summary>An empty one.</summary>
    /// <param name="disk">Where makefiles are read.</param>
    /// <param name="root">The directory that names count from, ending in <c>/</c>.</param>
    /// <param name="free">Which variables are free.</param>
    /// <param name="ignores">Names whose assignments are not worth keeping.</param>
    public SymbolicMakefile(IDisk disk, string root, FreeVariables free, Func<string, bool> ignores)
    {
        _disk = disk;
        _root = root;
        _ignores = ignores;
        _expander = new SymbolicExpander(_variables, free, new SymbolicFunctions(disk, root));
    }

    /// <summary>The names of all variables that were set, under whatever condition.</summary>
    public IEnumerable<string> Names => _variables.Names;

    /// <summary>Sets a variable as a makefile would with <c>=</c>.</summary>
    public void Define(string name, string text) => _variables.Set(name, new SymbolicValue(Condition.True, ExpressionParser.Parse(text), null));

    /// <summary>The words of a variable, each with the condition under which it is there; unknown ones are left out.</summary>
    public IReadOnlyList<GuardedWord> WordsOf(string name) => [.. _expander.ValueOf(name).Where(word => word.Word[0] != SymbolicText.UnknownMark)];

    /// <summary>Whether a makefile has set a variable.</summary>
    public bool IsSet(string name) => _variables.Find(name) is not null;

    /// <summary>Reads a makefile; false when it cannot be read.</summary>
    /// <param name="path">Relative to the root.</param>
    public bool Read(string path) => Read(path, Condition.True);

    private bool Read(string path, Condition when)
    {
        if (_depth >= DeepestInclude || !RuntimeHelpers.TryEnsureSufficientExecutionStack() || _disk.Read(_root + path, out string text) != 0)
            return false;
        _depth++;
        var lines = MakefileLines.OfFile(text.AsMemory());
        var conditionals = new SymbolicConditionals(_expander, when);
        bool isInRule = false;
        while (lines.Next() is { } line)
        {
            if (line.Length == 0 || (line[0] == '\t' && isInRule))
                continue;
            Interpret(Quoting.RemoveComment(Quoting.CollapseContinuations(line, posix: false)), lines, conditionals, ref isInRule);
        }
        _depth--;
        return true;
    }

    private void Interpret(string line, MakefileLines lines, SymbolicConditionals conditionals, ref bool isInRule)
    {
        VariableStatement statement = VariableStatement.Parse(line, 0, targetSpecific: false);
        if (statement.Kind != VariableStatementKind.None)
        {
            isInRule = false;
            SetVariable(statement, lines, conditionals.Current);
            return;
        }
        string rest = statement.Rest;
        if (rest.Length == 0)
            return;
        int end = Characters.EndOfToken(rest, 0);
        ReadOnlySpan<char> word = rest.AsSpan(0, end);
        string arguments = rest[Characters.NextToken(rest, end)..];
        if (conditionals.Interpret(word, arguments) || conditionals.Current.IsFalse)
            return;
        if (word is "include" or "-include" or "sinclude")
        {
            isInRule = false;
            foreach (GuardedWord name in _expander.Expand(arguments))
                if (name.Word[0] is not (SymbolicText.UnknownMark or '/') && conditionals.Current.And(name.When) is { IsFalse: false } both)
                    Read(name.Word, both);
        }
        else if (word is not ("export" or "unexport" or "vpath"))
        {
            isInRule = rest.Contains(':');
        }
    }

    private void SetVariable(VariableStatement statement, MakefileLines lines, Condition when)
    {
        if (statement.Kind == VariableStatementKind.Undefine)
            return;
        string? body = statement.Kind == VariableStatementKind.Define ? Body(lines) : null;
        AssignmentSyntax assignment = AssignmentSyntax.TryParse(statement.Rest, 0, out AssignmentSyntax written) ? written : new(statement.Rest.Trim(), AssignmentOperator.Recursive, "");
        if (when.IsFalse || _ignores(assignment.Name))
            return;
        foreach (GuardedWord name in _expander.Expand(assignment.Name))
            if (name.Word[^1] != '-' && name.Word[0] != SymbolicText.UnknownMark && !_ignores(name.Word) && when.And(name.When) is { IsFalse: false } both)
                Assign(name.Word, assignment.Operator, body ?? assignment.Value.ToString(), both);
    }

    private void Assign(string name, AssignmentOperator op, string text, Condition when)
    {
        SymbolicValue Recursive() => new(when, ExpressionParser.Parse(text), null);
        SymbolicValue Simple() => new(when, null, _expander.Expand(text));
        switch (op)
        {
            case AssignmentOperator.Append when _variables.Find(name) is [.., { Words: not null }]:
                _variables.Append(name, Simple());
                break;
            case AssignmentOperator.Append or AssignmentOperator.AppendValue:
                _variables.Append(name, Recursive());
                break;
            case AssignmentOperator.Conditional:
                _variables.SetDefault(name, Recursive());
                break;
            case AssignmentOperator.Recursive:
                _variables.Set(name, Recursive());
                break;
            case AssignmentOperator.Shell:
                _variables.Set(name, new SymbolicValue(when, null, SymbolicText.Unknown($"$(shell {text})")));
                break;
            default:
                _variables.Set(name, Simple());
                break;
        }
    }

    /// <summary>The lines up to the <c>endef</c> that belongs to a <c>define</c>.</summary>
    private static string Body(MakefileLines lines)
    {
        var body = new List<string>();
        int depth = 1;
        while (lines.Next() is { } line)
        {
            ReadOnlySpan<char> word = line.AsSpan(Characters.NextToken(line));
            word = word[..Characters.EndOfToken(word, 0)];
            if (word is "define")
                depth++;
            else if (word is "endef" && --depth == 0)
                break;
            body.Add(line);
        }
        return string.Join('\n', body);
    }
}
