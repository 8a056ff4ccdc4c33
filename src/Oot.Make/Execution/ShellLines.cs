using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Execution;

/// <summary>Which shell runs the commands of a target.</summary>
internal static class ShellLines
{
    /// <summary>How the lines of a target's recipe are run; of <c>$(shell)</c> when <paramref name="file"/> is null.</summary>
    public static CommandLineContext ContextFor(MakeState state, FileNode? file, LineFlags flags)
    {
        Expander expander = state.Expander;
        bool warns = expander.WarnsUndefined;
        expander.WarnsUndefined = false;
        try
        {
            string shell = expander.ExpandFor(file, "$(SHELL)");
            VariableScope scope = state.Variables.Current;
            if (file is not null)
                state.Variables.Current = file.Variables!;
            Variable? shellFlags = state.Variables.Find(".SHELLFLAGS");
            state.Variables.Current = scope;
            string flagText = shellFlags switch
            {
                null => "",
                { Origin: Origin.Default } when state.Posix => flags.HasFlag(LineFlags.IgnoreErrors) ? "-c" : "-ec",
                _ => expander.ExpandFor(file, shellFlags.Value),
            };
            string ifs = expander.ExpandFor(file, "$(IFS)");
            return new CommandLineContext(shell, flagText, ifs, state.OneShell, file?.Recipe?.Prefix ?? state.RecipePrefix);
        }
        finally
        {
            expander.WarnsUndefined = warns;
        }
    }
}
