using Oot.Make.Rules;

namespace Oot.Make.Database;

/// <summary><c>vpath</c> lines and <c>VPATH</c>.</summary>
internal static class SearchPathSection
{
    /// <summary>Writes them.</summary>
    public static void Print(SearchPaths paths, DatabaseText text)
    {
        text.Add("\n# VPATH Search Paths\n\n");
        int count = 0;
        foreach (SearchPath path in paths.Selective)
        {
            text.Line($"vpath {path.Pattern} {string.Join(':', path.Directories)}");
            count++;
        }
        text.Line(count == 0 ? "# No 'vpath' search paths." : $"\n# {count} 'vpath' search paths.");
        text.Line(paths.General is null
            ? "\n# No general ('VPATH' variable) search path."
            : $"\n# General ('VPATH' variable) search path:\n# {string.Join(':', paths.General.Directories)}");
    }
}
