namespace Oot.Make.Syntax;

/// <summary>What a line that sets a variable does with it.</summary>
internal enum VariableStatementKind
{
    /// <summary>The line sets no variable.</summary>
    None,

    /// <summary><c>NAME = VALUE</c></summary>
    Assign,

    /// <summary><c>define NAME</c></summary>
    Define,

    /// <summary><c>undefine NAME</c></summary>
    Undefine,
}

/// <summary>The words <c>export</c>, <c>unexport</c> before an assignment.</summary>
internal enum ExportModifier
{
    /// <summary>None was given.</summary>
    None,

    /// <summary><c>export</c></summary>
    Export,

    /// <summary><c>unexport</c></summary>
    Unexport,
}

/// <summary>A line's modifiers and what follows them.</summary>
/// <param name="Rest">The line from the assignment, or from the name after <c>define</c> or <c>undefine</c>; the whole line for <see cref="VariableStatementKind.None"/>.</param>
internal readonly record struct VariableStatement(VariableStatementKind Kind, string Rest, ExportModifier Export, bool Override, bool Private)
{
    /// <summary>Reads the modifiers of a line. For a target's line (<paramref name="targetSpecific"/>) <c>define</c> and <c>undefine</c> are names like any other.</summary>
    public static VariableStatement Parse(string line, int start, bool targetSpecific)
    {
        int first = Characters.NextToken(line, start);
        var none = new VariableStatement(VariableStatementKind.None, line[first..], ExportModifier.None, false, false);
        VariableStatement result = none;
        int at = first;
        while (at < line.Length)
        {
            if (AssignmentSyntax.IsOne(line, at))
                return result with { Kind = VariableStatementKind.Assign, Rest = line[at..] };
            int end = Characters.EndOfToken(line, at);
            int next = Characters.NextToken(line, end);
            switch (line.AsSpan(at, end - at))
            {
                case "export": result = result with { Export = ExportModifier.Export }; break;
                case "unexport": result = result with { Export = ExportModifier.Unexport }; break;
                case "override": result = result with { Override = true }; break;
                case "private": result = result with { Private = true }; break;
                case "define" when !targetSpecific: return result with { Kind = VariableStatementKind.Define, Rest = line[next..] };
                case "undefine" when !targetSpecific: return result with { Kind = VariableStatementKind.Undefine, Rest = line[next..] };
                default: return none;
            }
            at = next;
        }
        return none;
    }
}
