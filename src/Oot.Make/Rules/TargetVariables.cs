using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>The scopes of targets: own variables, then those of matching patterns, then the target they are made for.</summary>
internal sealed class TargetVariables(VariableTable variables, VariableDefinitions definitions, PatternVariables patterns)
{
    /// <summary>Puts a file's scopes in order for its present parent. While makefiles are read, patterns are not looked at yet.</summary>
    public void Prepare(FileNode file, bool reading)
    {
        VariableScope scope = file.Variables ??= new VariableScope();
        if (file.DoubleColon is { } first && first != file)
        {
            Prepare(first, reading);
            scope.Next = first.Variables;
            scope.NextIsParent = false;
            return;
        }
        if (file.Parent is null)
        {
            scope.Next = variables.Global;
        }
        else
        {
            Prepare(file.Parent, reading);
            scope.Next = file.Parent.Variables;
        }
        scope.NextIsParent = true;
        if (!reading && !file.PatternsSearched)
            SearchPatterns(file);
        if (file.PatternVariables is { } matching)
        {
            matching.Next = scope.Next;
            matching.NextIsParent = scope.NextIsParent;
            scope.Next = matching;
            scope.NextIsParent = false;
        }
    }

    private void SearchPatterns(FileNode file)
    {
        file.PatternsSearched = true;
        VariableScope outer = variables.Current;
        foreach (PatternVariable pattern in patterns.For(file.Name))
        {
            file.PatternVariables ??= new VariableScope { Next = outer };
            variables.Current = file.PatternVariables;
            Variable variable = pattern.Operator == AssignmentOperator.Simple
                ? variables.DefineHere(pattern.Name, pattern.Value, pattern.Origin, recursive: false, pattern.Location)
                : definitions.Define(pattern.Location, pattern.Name, pattern.Value, pattern.Origin, pattern.Operator, forTarget: true);
            variable.IsPerTarget = true;
            variable.Export = pattern.Export;
            variable.IsPrivate = pattern.IsPrivate;
        }
        variables.Current = outer;
    }

    /// <summary>Sets one automatic variable in a file's own scope.</summary>
    public void SetAutomatic(FileNode file, string name, string value) =>
        variables.Define(file.Variables!.Set, name, value, Origin.Automatic, recursive: false, SourceLocation.None);

    /// <summary>As the other, for a list of names.</summary>
    public void SetAutomatic(FileNode file, string name, NameList value) => variables.Define(file.Variables!.Set, name, value, Origin.Automatic, SourceLocation.None);
}
