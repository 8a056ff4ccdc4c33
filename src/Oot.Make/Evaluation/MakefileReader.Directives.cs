using System.Text;
using Oot.Core;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The statements that are no rules.</summary>
internal sealed partial class MakefileReader
{
    private void SetVariable(TextBeingRead text, VariableStatement statement)
    {
        FinishRule(text);
        Origin origin = statement.Override ? Origin.Override : Origin.File;
        if (statement.Kind == VariableStatementKind.Undefine)
        {
            _state.Variables.UndefineGlobal(DirectiveName(statement.Rest, text.Cursor.Location), origin);
            return;
        }
        Variable variable = statement.Kind == VariableStatementKind.Define
            ? Define(text, statement.Rest, origin)
            : _state.Definitions.Assign(text.Cursor.Location, statement.Rest, origin, forTarget: false)!;
        if (statement.Export != ExportModifier.None)
            variable.Export = statement.Export == ExportModifier.Export ? ExportMode.Export : ExportMode.Unexport;
        if (statement.Private)
            variable.IsPrivate = true;
    }

    /// <summary>The name after <c>define</c> or <c>undefine</c>: expanded, blanks around it dropped.</summary>
    private string DirectiveName(string text, SourceLocation location)
    {
        string name = _expander.Expand(text);
        name = name[Characters.NextToken(name)..].TrimEnd(' ', '\t');
        return name.Length > 0 ? name : throw _state.Messages.Fatal(location, "empty variable name");
    }

    private Variable Define(TextBeingRead text, string heading, Origin origin)
    {
        SourceLocation start = text.Cursor.Location;
        AssignmentOperator op = AssignmentOperator.Recursive;
        if (AssignmentSyntax.TryParse(heading, 0, out AssignmentSyntax assignment))
        {
            if (assignment.Value.Length > 0)
                _state.Messages.Error(start, "extraneous text after 'define' directive");
            op = assignment.Operator;
            heading = assignment.Name;
        }
        string name = DirectiveName(heading, start);
        var value = new StringBuilder();
        bool any = false;
        int depth = 1;
        while (true)
        {
            string line = text.Lines.Next() ?? throw _state.Messages.Fatal(start, "missing 'endef', unterminated 'define'");
            text.Cursor.Line += text.Lines.PhysicalLines;
            line = Quoting.CollapseContinuations(line, _state.Posix);
            if (line.Length == 0 || line[0] != _state.RecipePrefix)
            {
                int at = Characters.NextToken(line);
                if (IsDirective(line.AsSpan(at), "define"))
                {
                    depth++;
                }
                else if (IsDirective(line.AsSpan(at), "endef"))
                {
                    string rest = Quoting.RemoveComment(line[(at + "endef".Length)..]);
                    if (Characters.NextToken(rest) < rest.Length)
                        _state.Messages.Error(text.Cursor.Location, "extraneous text after 'endef' directive");
                    if (--depth == 0)
                        break;
                }
            }
            if (any)
                value.Append('\n');
            value.Append(line);
            any = true;
        }
        return _state.Definitions.Define(start, name, value.ToString(), origin, op, forTarget: false);
    }

    private static bool IsDirective(ReadOnlySpan<char> line, string word) =>
        line.StartsWith(word) && (line.Length == word.Length || Characters.IsBlank(line[word.Length]));

    private void Export(bool exports, string names, SourceLocation location)
    {
        if (names.Length == 0)
        {
            _state.ExportsAll = exports;
            return;
        }
        foreach (ReadOnlySpan<char> word in new WordEnumerator(_expander.Expand(names)))
        {
            string name = word.ToString();
            Variable variable = _state.Variables.Find(name) ?? _state.Variables.DefineGlobal(name, "", Origin.File, location: location);
            variable.Export = exports ? ExportMode.Export : ExportMode.Unexport;
        }
    }

    private void SetSearchPath(string arguments)
    {
        string text = _expander.Expand(arguments);
        var words = new WordEnumerator(text);
        string? pattern = words.MoveNext() ? words.Current.ToString() : null;
        string? directories = words.MoveNext() ? text[words.Start..] : null;
        _state.SearchPaths.Add(pattern, directories);
    }

    private void Include(TextBeingRead text, string arguments, bool isOptional)
    {
        string names = _expander.Expand(arguments);
        if (names.Length == 0)
            return;
        SourceLocation location = text.Cursor.Location;
        foreach (SequenceName name in _state.Sequences.Parse(names, FileSequenceOptions.NoArchives))
        {
            IncludedMakefile read = ReadFile(name.Name, text.SetsGoal, isIncluded: true, isOptional, expandsTilde: false);
            read.Location = location;
        }
    }

    private void Load(TextBeingRead text, string arguments, bool isOptional)
    {
        string names = _expander.Expand(arguments);
        foreach (SequenceName name in _state.Sequences.Parse(names, FileSequenceOptions.NoArchives))
            if (!isOptional)
                throw _state.Messages.Fatal(text.Cursor.Location, $"{name.Name}: the 'load' directive is not supported by oot (its .FEATURES has no 'load')");
    }
}
