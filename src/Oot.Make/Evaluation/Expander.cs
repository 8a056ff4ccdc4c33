using System.Runtime.CompilerServices;
using System.Text;
using Oot.Core;
using Oot.Make.Rules;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>Expressions to text, in the current variable scope. Knows variables and functions, not rules.</summary>
internal sealed class Expander(VariableTable variables, Messages messages, IDisk disk)
{
    private const int LongText = 4096;

    private readonly Stack<StringBuilder> _buffers = new();
    private readonly Dictionary<string, LongTextPart> _longTextParts = new(StringComparer.Ordinal);
    private StringBuilder? _longBuffer;
    private LocationCursor? _expandingVariable;

    /// <summary>The variables that references mean.</summary>
    public VariableTable Variables { get; } = variables;

    /// <summary>Where messages go.</summary>
    public Messages Messages { get; } = messages;

    /// <summary>The file system.</summary>
    public IDisk Disk { get; } = disk;

    /// <summary>Where text is being read now; null between reading and recipes.</summary>
    public LocationCursor? Reading { get; set; }

    /// <summary>The place of <see cref="Reading"/>.</summary>
    public SourceLocation ReadingLocation => Reading?.Location ?? SourceLocation.None;

    /// <summary>The place that an error in an expansion is reported for: the variable's definition where one is being expanded.</summary>
    public SourceLocation ErrorLocation => (_expandingVariable ?? Reading)?.Location ?? SourceLocation.None;

    /// <summary>How many numbered arguments the innermost <c>$(call)</c> has defined.</summary>
    public int CallArgumentCount { get; set; }

    /// <summary>How deep <c>$(call)</c>s are nested.</summary>
    public int CallDepth { get; set; }

    /// <summary>Whether undefined variables are reported.</summary>
    public bool WarnsUndefined { get; set; }

    /// <summary>Above 0 while an environment for <c>$(shell)</c> is made: recursion then falls back to the inherited value.</summary>
    public int ShellEnvironmentDepth { get; set; }

    /// <summary>The value of a name in the environment that make was started with, or null.</summary>
    public Func<string, string?> InheritedEnvironment { get; set; } = _ => null;

    /// <summary>Evaluates makefile text (<c>$(eval)</c>).</summary>
    public Action<string> EvaluateText { get; set; } = _ => { };

    /// <summary>Runs a command and gives its output (<c>$(shell)</c>, <c>!=</c>).</summary>
    public Func<string, bool, string> ShellRunner { get; set; } = (_, _) => "";

    /// <summary>Names that match the wildcard patterns of a text and exist.</summary>
    public Func<string, IReadOnlyList<string>> WildcardNames { get; set; } = _ => [];

    /// <summary>As long as this is the same, so are the names; 0: no longer than now.</summary>
    public Func<int> MatchesVersion { get; set; } = () => 0;

    /// <summary>The directory that relative names count from.</summary>
    public string StartingDirectory { get; set; } = "";

    /// <summary>Called when a file was written by <c>$(file)</c>.</summary>
    public Action FilesChanged { get; set; } = () => { };

    /// <summary>Called for what <c>--debug=v</c> prints.</summary>
    public Action<string>? VerboseDebug { get; set; }

    /// <summary>Prints a message for the expansion's place and gives what to throw.</summary>
    public MakeStopException Fatal(string text) => Messages.Fatal(ErrorLocation, text);

    /// <summary>Runs a command with the shell.</summary>
    public string RunShell(string command, bool trimAllNewlines) => ShellRunner(command, trimAllNewlines);

    /// <summary>Expands a text.</summary>
    public string Expand(string text)
    {
        if (!text.Contains('$'))
            return text;
        return text.Length < LongText ? Expand(ExpressionParser.Parse(text)) : ExpandLong(text);
    }

    /// <summary>Expands the end of a text.</summary>
    public string Expand(TextTail tail) =>
        tail.Length >= LongText && tail.Text.IndexOf('$', tail.Start) >= 0 ? ExpandLong(tail.Text.AsSpan(tail.Start)) : Expand(tail.ToString());

    /// <summary>Expands a text piece by piece, into one buffer that is large enough as a rule: a dependency file's list of prerequisites is not to be held in four forms.</summary>
    public string ExpandLong(ReadOnlySpan<char> text)
    {
        StringBuilder buffer = _longBuffer ?? new StringBuilder();
        _longBuffer = null;
        buffer.EnsureCapacity(text.Length);
        for (int at = 0; at < text.Length;)
        {
            int literal = text[at..].IndexOf('$');
            int dollar = literal < 0 ? text.Length : at + literal;
            buffer.Append(text[at..dollar]);
            if (dollar == text.Length)
                break;
            ExpandInto(buffer, PartAt(text, dollar, out at));
        }
        string result = buffer.ToString();
        _longBuffer = buffer.Clear();
        return result;
    }

    /// <summary>What stands at a dollar sign. Thousands of <c>$(wildcard include/config/X)</c> are a few hundred different ones.</summary>
    private LongTextPart PartAt(ReadOnlySpan<char> text, int dollar, out int end)
    {
        end = Quoting.EndOfReference(text, dollar);
        if (_longTextParts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[dollar..end], out LongTextPart? known))
            return known;
        string reference = text[dollar..end].ToString();
        var parts = new List<ExpressionPart>(1);
        int parsed = ExpressionParser.ParsePart(reference, 0, parts);
        var part = new LongTextPart(parts);
        if (parsed == reference.Length)
            _longTextParts.Add(reference, part);
        end = dollar + parsed;
        return part;
    }

    /// <summary>What a <c>$(wildcard)</c> finds; the same object as long as nothing has changed.</summary>
    private string MatchesOf(LongTextPart part)
    {
        int version = MatchesVersion();
        if (part.ValueAt(version) is { } known)
            return known;
        var buffer = new StringBuilder();
        foreach (ExpressionPart piece in part.Parts)
            ExpandInto(buffer, piece);
        string value = buffer.ToString();
        part.Keep(value, version);
        return value;
    }

    private void ExpandInto(StringBuilder buffer, LongTextPart part)
    {
        if (part.IsWildcard)
        {
            buffer.Append(MatchesOf(part));
            return;
        }
        foreach (ExpressionPart piece in part.Parts)
            ExpandInto(buffer, piece);
    }

    /// <summary>Expands an expression.</summary>
    public string Expand(Expression expression)
    {
        if (expression.Constant is { } constant)
            return constant;
        if (expression.Parts is [ExpressionPart.Reference reference])
            return ValueOf(reference.Name);
        StringBuilder buffer = _buffers.Count > 0 ? _buffers.Pop() : new StringBuilder();
        ExpandInto(buffer, expression);
        string result = buffer.ToString();
        buffer.Clear();
        _buffers.Push(buffer);
        return result;
    }

    /// <summary>Expands a text as for a target: with its variables, and errors reported for its recipe.</summary>
    public string ExpandFor(FileNode? file, string text) => ExpandFor(file, ExpressionParser.Parse(text));

    /// <summary>Expands an expression as for a target.</summary>
    public string ExpandFor(FileNode? file, Expression expression)
    {
        if (file is null)
            return Expand(expression);
        VariableScope scope = Variables.Current;
        LocationCursor? reading = Reading;
        Variables.Current = file.Variables!;
        Reading = file.Recipe?.Cursor;
        try
        {
            return Expand(expression);
        }
        finally
        {
            Variables.Current = scope;
            Reading = reading;
        }
    }

    /// <summary>Appends the expansion of an expression.</summary>
    public void ExpandInto(StringBuilder output, Expression expression)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Fatal("expansion is nested too deeply");
        foreach (ExpressionPart part in expression.Parts)
            ExpandInto(output, part);
    }

    /// <summary>Appends the expansion of one part.</summary>
    public void ExpandInto(StringBuilder output, ExpressionPart part)
    {
        switch (part)
        {
            case ExpressionPart.Literal literal:
                output.Append(literal.Text);
                break;
            case ExpressionPart.Reference reference:
                output.Append(ValueOf(reference.Name));
                break;
            case ExpressionPart.Call call:
                InvokeWritten(call, output);
                break;
            case ExpressionPart.Substitution substitution:
                AppendSubstitution(output, substitution);
                break;
            case ExpressionPart.Computed computed:
                ExpandInto(output, ExpressionParser.NameReference(Expand(computed.Text)));
                break;
            case ExpressionPart.Unterminated { Function: null }:
                throw Fatal("unterminated variable reference");
            case ExpressionPart.Unterminated unterminated:
                throw Fatal($"unterminated call to function '{unterminated.Function}': missing '{unterminated.Close}'");
        }
    }

    /// <summary>The names of a variable that is a plain list of them; null for any other.</summary>
    public NameList? NamesOf(string name) => Variables.Find(name) is { IsRecursive: false, List: { IsPlain: true } list } ? list : null;

    private string ValueOf(string name)
    {
        Variable? variable = Variables.Find(name);
        if (variable is null)
        {
            WarnUndefined(name);
            return "";
        }
        if (!variable.IsRecursive || (variable.Value.Length == 0 && !variable.IsAppend))
            return variable.Value;
        return RuntimeHelpers.TryEnsureSufficientExecutionStack() ? ExpandVariable(variable) : throw Fatal("expansion is nested too deeply");
    }

    private void AppendSubstitution(StringBuilder output, ExpressionPart.Substitution substitution)
    {
        Variable? variable = Variables.Find(substitution.Name);
        if (variable is null)
        {
            WarnUndefined(substitution.Name);
            return;
        }
        if (variable.Value.Length == 0)
            return;
        string value = variable.IsRecursive ? ExpandVariable(variable) : variable.Value;
        string pattern = substitution.Pattern, replacement = substitution.Replacement;
        int percent = Quoting.FindPercent(ref pattern);
        if (percent >= 0)
        {
            int replacementPercent = Quoting.FindPercent(ref replacement);
            PatternText.Substitute(output, value, pattern, percent, replacement, replacementPercent);
            return;
        }
        // $(name:a=b) is $(name:%a=%b).
        PatternText.Substitute(output, value, "%" + pattern, 0, "%" + replacement, 0);
    }

    /// <summary>Reports a reference to an undefined variable under <c>--warn-undefined-variables</c>.</summary>
    public void WarnUndefined(string name)
    {
        if (WarnsUndefined && name is not ("MAKECMDGOALS" or "MAKE_RESTARTS" or "MAKE_TERMOUT" or "MAKE_TERMERR" or "MAKEOVERRIDES" or ".DEFAULT"
            or "-*-command-variables-*-" or "-*-eval-flags-*-" or "VPATH" or "GPATH"))
            Messages.Error(ReadingLocation, $"warning: undefined variable '{name}'");
    }

    /// <summary>The value of a recursive variable, expanded, in the scope of <paramref name="file"/> if given.</summary>
    public string ExpandVariable(Variable variable, FileNode? file = null)
    {
        if (variable.IsExpanding && ShellEnvironmentDepth > 0)
        {
            VerboseDebug?.Invoke($"{variable.Location}: not recursively expanding {variable.Name} to export to shell function\n");
            return InheritedEnvironment(variable.Name) ?? "";
        }
        LocationCursor? outer = _expandingVariable;
        LocationCursor? reading = Reading;
        VariableScope scope = Variables.Current;
        if (variable.Location.IsKnown || Reading is null)
        {
            var place = new LocationCursor(variable.Location.File, variable.Location.Line);
            if (variable.Location.IsKnown)
                _expandingVariable = place;
            Reading ??= place;
        }
        if (variable.IsExpanding)
        {
            if (variable.RemainingSelfExpansions == 0)
                throw Fatal($"Recursive variable '{variable.Name}' references itself (eventually)");
            variable.RemainingSelfExpansions--;
        }
        if (file is not null)
            Variables.Current = file.Variables!;
        variable.IsExpanding = true;
        try
        {
            return variable.IsAppend ? ExpandAppended(variable.Name) : Expand(variable.Expression);
        }
        finally
        {
            variable.IsExpanding = false;
            _expandingVariable = outer;
            Reading = reading;
            Variables.Current = scope;
        }
    }

    /// <summary>The value of a target's <c>+=</c> variable: the enclosing scopes' values first.</summary>
    private string ExpandAppended(string name)
    {
        StringBuilder buffer = new();
        Variables.Asked(name);
        Variables.Settle(name);
        AppendFrom(buffer, name, Variables.Current, isLocal: true);
        return buffer.ToString();
    }

    private void AppendFrom(StringBuilder buffer, string name, VariableScope? scope, bool isLocal)
    {
        if (scope is null)
            return;
        bool nextIsLocal = isLocal && !scope.NextIsParent;
        if (!scope.Set.TryGetValue(name, out Variable? variable) || (!isLocal && variable.IsPrivate))
        {
            AppendFrom(buffer, name, scope.Next, nextIsLocal);
            return;
        }
        if (variable.IsAppend)
            AppendFrom(buffer, name, scope.Next, nextIsLocal);
        if (buffer.Length > 0)
            buffer.Append(' ');
        if (variable.IsRecursive)
            ExpandInto(buffer, variable.Expression);
        else
            buffer.Append(variable.Value);
    }

    private void InvokeWritten(ExpressionPart.Call call, StringBuilder output)
    {
        FunctionDefinition function = FunctionTable.Find(call.Name)!;
        if (function.Lazy is not null)
        {
            CheckCount(function, call.Arguments.Length);
            function.Lazy(this, call.Arguments, output);
            return;
        }
        // A target's thousand prerequisites are looked through without being put together.
        if (function.OfNames is { } ofNames && call.Arguments is [var patterns, { Words.Parts: [ExpressionPart.Reference reference] }] && Variables.Find(reference.Name) is { IsRecursive: false, List: { AreWords: true } list })
        {
            ofNames(Expand(patterns, function), list.Names, output);
            return;
        }
        string[] arguments = new string[call.Arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = Expand(call.Arguments[i], function);
        Invoke(function, arguments, output);
    }

    private string Expand(CallArgument argument, FunctionDefinition function) => argument.Text.Contains('$') ? Expand(function.TakesWords ? argument.Words : argument.Expression) : argument.Text;

    /// <summary>Calls a function with expanded arguments; one that expands its own gets them as text to expand again.</summary>
    public void Invoke(FunctionDefinition function, string[] arguments, StringBuilder output)
    {
        CheckCount(function, arguments.Length);
        if (arguments.Length == 0)
            return;
        if (function.Eager is not null)
            function.Eager(this, arguments, output);
        else
            function.Lazy!(this, Array.ConvertAll(arguments, text => new CallArgument(text)), output);
    }

    private void CheckCount(FunctionDefinition function, int count)
    {
        if (count < function.MinimumArguments)
            throw Fatal($"insufficient number of arguments ({count}) to function '{function.Name}'");
    }
}
