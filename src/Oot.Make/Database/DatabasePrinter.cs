namespace Oot.Make.Database;

/// <summary>
/// Writes everything that a make knows as text that is nearly a makefile (<c>-p</c>): completion and checkers read it, so headings, order and
/// remarks are those of GNU make 4.4.1. The counts in remarks on hash tables and strings are this make's own.
/// </summary>
internal static class DatabasePrinter
{
    /// <summary>Writes the data base to standard output.</summary>
    public static void Print(MakeState state)
    {
        var text = new DatabaseText();
        text.Add($"\n# Make data base, printed on {LocalTime.Now().ToLongText()}\n");
        VariableSection.Print(state, text);
        DirectorySection.Print(state, text);
        RuleSection.Print(state, text);
        FileSection.Print(state, text);
        SearchPathSection.Print(state.SearchPaths, text);
        StringSection.Print(state, text);
        text.Add($"\n# Finished Make data base on {LocalTime.Now().ToLongText()}\n\n");
        text.Flush();
    }
}
