namespace Oot.Make.Execution;

/// <summary>What decides how a recipe line becomes a command; every value is expanded already.</summary>
/// <param name="Shell">The value of <c>SHELL</c>: a program and maybe arguments.</param>
/// <param name="ShellFlags">The value of <c>.SHELLFLAGS</c>; empty when it is undefined.</param>
/// <param name="Ifs">The value of make's variable <c>IFS</c>; null or empty is plain.</param>
/// <param name="OneShell"><c>.ONESHELL</c> was a target.</param>
/// <param name="RecipePrefix">The first character of <c>.RECIPEPREFIX</c>, else a tab.</param>
internal sealed record CommandLineContext(string Shell, string ShellFlags, string? Ifs, bool OneShell, char RecipePrefix)
{
    /// <summary>What make has when no makefile says otherwise.</summary>
    public static readonly CommandLineContext Default = new(CommandLine.DefaultShell, "-c", null, false, '\t');
}
