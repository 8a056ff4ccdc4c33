using System.Globalization;
using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Database;

/// <summary>Files: their rules, and as remarks what this run found out about them.</summary>
internal static class FileSection
{
    private const int NanosecondBits = 30;

    /// <summary>Writes all files in the order of make's table.</summary>
    public static void Print(MakeState state, DatabaseText text)
    {
        text.Add("\n# Files\n");
        HashLayout<FileNode> table = state.Files.Layout();
        foreach (FileNode first in table.Items)
            foreach (FileNode file in first.Chain())
            {
                // A built-in rule that is switched off is hidden, and what stands behind it.
                if (file.IsBuiltin && state.Options.NoBuiltinRules)
                    break;
                Print(state, file, text);
            }
        text.Add("\n# files hash-table stats:\n# ");
        text.Statistics(table);
    }

    private static void Print(MakeState state, FileNode file, DatabaseText text)
    {
        text.Add("\n");
        if (file.Recipe is { } recipe && recipe.Prefix != state.RecipePrefix)
        {
            state.RecipePrefix = recipe.Prefix;
            text.Line($".RECIPEPREFIX = {(recipe.Prefix == '\t' ? "" : recipe.Prefix.ToString())}");
        }
        VariableSection.PrintOfTarget(file, text);
        if (!file.IsTarget)
            text.Line("# Not a target:");
        text.Add($"{file.Name}:{(file.DoubleColon is null ? "" : ":")}");
        PrintPrerequisites(file, text);
        PrintFlags(file, text);
        PrintProgress(file, text);
        VariableSection.PrintAutomatic(file, text);
        if (file.Recipe is not null)
            RecipePart.Print(file.Recipe, state.RecipePrefix, text);
    }

    private static void PrintPrerequisites(FileNode file, DatabaseText text)
    {
        foreach (Dependency dependency in file.Dependencies)
            if (!dependency.IsOrderOnly)
                text.Add($" {(dependency.WaitsHere ? ".WAIT " : "")}{dependency.Name}");
        string separator = " | ";
        foreach (Dependency dependency in file.Dependencies)
            if (dependency.IsOrderOnly)
            {
                text.Add($"{separator}{(dependency.WaitsHere ? ".WAIT " : "")}{dependency.Name}");
                separator = " ";
            }
        text.Add("\n");
    }

    private static void PrintFlags(FileNode file, DatabaseText text)
    {
        Remark(file.IsPrecious, "Precious file (prerequisite of .PRECIOUS).");
        Remark(file.IsPhony, "Phony target (prerequisite of .PHONY).");
        Remark(file.IsGoal, "Command line target.");
        Remark(file.IsOptional, "A default, MAKEFILES, or -include/sinclude makefile.");
        Remark(file.IsBuiltin, "Builtin rule");
        Remark(true, file.TriedImplicit ? "Implicit rule search has been done." : "Implicit rule search has not been done.");
        Remark(file.Stem is not null, $"Implicit/static pattern stem: '{file.Stem}'");
        Remark(file.IsIntermediate, "File is an intermediate prerequisite.");
        Remark(file.IsNotIntermediate, "File is a prerequisite of .NOTINTERMEDIATE.");
        Remark(file.IsSecondary, "File is secondary (prerequisite of .SECONDARY).");
        if (file.AlsoMakes.Count > 0)
            Remark(true, $"Also makes:{string.Concat(file.AlsoMakes.Select(also => " " + also.Name))}");

        void Remark(bool holds, string remark)
        {
            if (holds)
                text.Line("#  " + remark);
        }
    }

    private static void PrintProgress(FileNode file, DatabaseText text)
    {
        text.Line(file.ModifiedTime switch
        {
            Timestamp.Unknown => "#  Modification time never checked.",
            Timestamp.Nonexistent => "#  File does not exist.",
            Timestamp.Old => "#  File is very old.",
            _ => "#  Last modified " + TimeText(file.ModifiedTime),
        });
        text.Line(file.IsUpdated ? "#  File has been updated." : "#  File has not been updated.");
        string? end = (file.State, file.Status) switch
        {
            (CommandState.Running, _) => "Recipe currently running (THIS IS A BUG).",
            (CommandState.DependenciesRunning, _) => "Dependencies recipe running (THIS IS A BUG).",
            (_, UpdateStatus.Success) => "Successfully updated.",
            (_, UpdateStatus.Question) => "Needs to be updated (-q is set).",
            (_, UpdateStatus.Failed) => "Failed to be updated.",
            _ => null,
        };
        if (end is not null)
            text.Line("#  " + end);
    }

    /// <summary>Local time with as many decimals as say something.</summary>
    private static string TimeText(long time)
    {
        // "Newer than everything" is the last value of make's own 64-bit time, with 30 bits for what is less than a second.
        (long seconds, long rest) = time == Timestamp.New
            ? ((1L << (64 - NanosecondBits)) - 1, (1L << NanosecondBits) - 4)
            : (time / 1_000_000_000, time % 1_000_000_000);
        string decimals = rest.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        return new LocalTime(seconds).ToShortText() + (decimals.Length == 0 ? "" : "." + decimals);
    }
}
