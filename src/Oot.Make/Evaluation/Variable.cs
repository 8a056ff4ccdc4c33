using Oot.Core;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>Whether a variable goes into the environment of children.</summary>
internal enum ExportMode
{
    /// <summary>By its origin and name.</summary>
    Default,

    /// <summary>Always.</summary>
    Export,

    /// <summary>Never.</summary>
    Unexport,

    /// <summary>Unless its value is make's own default.</summary>
    IfSet,
}

/// <summary>A variable in one scope.</summary>
/// <param name="name">The name.</param>
/// <param name="exports">Counts what changes which variables children get.</param>
/// <param name="number">How many were made before it.</param>
internal sealed class Variable(string name, ExportChanges exports, int number)
{
    /// <summary>A variable that is made now.</summary>
    public Variable(string name, ExportChanges exports)
        : this(name, exports, exports.NextNumber())
    {
    }

    private string? _value = "";
    private Expression? _expression;
    private Origin _origin;
    private ExportMode _export;
    private bool _isCandidate;

    /// <summary>How many were made before it.</summary>
    public int Number { get; } = number;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The value as written, references unexpanded for a recursive variable.</summary>
    public string Value
    {
        get => _value ??= List!.Text();
        set => (_value, _expression, List) = (value, null, null);
    }

    /// <summary>The value where it is a list of names, else null.</summary>
    public NameList? List { get; private set; }

    /// <summary>Sets a list of names as the value.</summary>
    public void Take(NameList list) => (_value, _expression, List) = (null, null, list);

    /// <summary><see cref="Value"/> parsed.</summary>
    public Expression Expression => _expression ??= ExpressionParser.Parse(Value);

    /// <summary>Where it was last set.</summary>
    public SourceLocation Location { get; set; }

    /// <summary>Who set it.</summary>
    public Origin Origin
    {
        get => _origin;
        set
        {
            if (_origin != value && (ComesFromOutside(_origin) || ComesFromOutside(value) || _export != ExportMode.Default))
                NoteExportChange();
            _origin = value;
        }
    }

    private void NoteExportChange()
    {
        exports.Count++;
        if (_isCandidate)
            return;
        _isCandidate = true;
        exports.Add(this);
    }

    private static bool ComesFromOutside(Origin origin) => origin is Origin.CommandLine or Origin.Environment or Origin.EnvironmentOverride;

    /// <summary>Whether the value is expanded at each reference.</summary>
    public bool IsRecursive { get; set; }

    /// <summary>A target's <c>+=</c>: the value is appended to that of the enclosing scopes at each reference.</summary>
    public bool IsAppend { get; set; }

    /// <summary>Set with <c>?=</c>.</summary>
    public bool IsConditional { get; set; }

    /// <summary>Belongs to a target or a pattern of targets.</summary>
    public bool IsPerTarget { get; set; }

    /// <summary>Not seen by the target's prerequisites.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>Setting or reading it has effects (<c>.VARIABLES</c>, <c>.RECIPEPREFIX</c>, <c>MAKEFLAGS</c>).</summary>
    public bool IsSpecial { get; set; }

    /// <summary>Whether it goes into the environment.</summary>
    public ExportMode Export
    {
        get => _export;
        set
        {
            if (_export != value)
                NoteExportChange();
            _export = value;
        }
    }

    /// <summary>Being expanded now: a second time would never end.</summary>
    public bool IsExpanding { get; set; }

    /// <summary>How often <c>$(call)</c> may still expand it inside itself.</summary>
    public int RemainingSelfExpansions { get; set; }

    /// <summary>Whether the shell could know a variable of this name.</summary>
    public bool HasShellName => IsShellName(Name);

    private static bool IsShellName(string name)
    {
        if (name.Length == 0 || !(name[0] == '_' || char.IsAsciiLetter(name[0])))
            return false;
        foreach (char c in name)
            if (c != '_' && !char.IsAsciiLetterOrDigit(c))
                return false;
        return true;
    }
}
