using Oot.Make.Evaluation;
using Oot.Make.Rules;

namespace Oot.Make.Database;

/// <summary>
/// Remarks on stored names. GNU make keeps every name once in buffers of its own; here the names of files and prerequisites stand for them.
/// </summary>
internal static class StringSection
{
    private const int BufferSize = 8162;
    private const int TableSize = 8192;

    /// <summary>Writes them.</summary>
    public static void Print(MakeState state, DatabaseText text)
    {
        int uses = 0;
        long storage = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (FileNode first in state.Files.All)
            foreach (FileNode file in first.Chain())
            {
                Add(file.Name);
                foreach (Dependency dependency in file.Dependencies)
                    Add(dependency.Name);
            }
        if (names.Count == 0)
        {
            text.Line("\n# No strcache buffers");
            return;
        }
        int full = (int)(storage / BufferSize);
        long used = storage % BufferSize;
        long count = Math.Max(1, names.Count * used / storage), average = storage / names.Count;
        text.Line($"\n# strcache buffers: {full + 1} ({full}) / strings = {names.Count} / storage = {storage} B / avg = {average} B");
        text.Line($"# current buf: size = {BufferSize} B / used = {used} B / count = {count} / avg = {used / count} B");
        if (full > 0)
        {
            text.Line($"# other used: total = {storage - used} B / count = {names.Count - count} / avg = {average} B");
            text.Line("# other free: total = 0 B / max = 0 B / min = 0 B / avg = 0 B");
        }
        text.Line($"\n# strcache performance: lookups = {uses} / hit rate = {100L * (uses - names.Count) / uses}%");
        text.Add("# hash-table stats:\n# ");
        text.Statistics(new HashLayout<string>(names, HashOrder.OfText, TableSize));

        void Add(string name)
        {
            uses++;
            if (names.Add(name))
                storage += name.Length + 1;
        }
    }
}
