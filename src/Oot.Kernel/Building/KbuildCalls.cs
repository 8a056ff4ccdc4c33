namespace Oot.Kernel.Building;

/// <summary>Finds the calls of kbuild in what a makefile says.</summary>
internal static class KbuildCalls
{
    /// <summary>Every call in every recipe.</summary>
    internal static IEnumerable<KbuildCall> All(MakefileReading reading) => reading.Rules.SelectMany(rule => Of(reading, rule));

    /// <summary>The calls in one rule's recipe, also those that a variable at the head of a line holds (<c>KMAKE = $(MAKE) -C … M=…</c>).</summary>
    internal static IEnumerable<KbuildCall> Of(MakefileReading reading, MakefileRule rule)
    {
        foreach (string line in rule.Recipe)
        {
            string text = Unfolded(reading, line);
            if (KbuildCall.Find(text) is KbuildCall call && IsOfKbuild(reading, call, text))
                yield return call;
        }
    }

    /// <summary>
    /// A make that enters a directory is kbuild's when it is told of a module directory, or when its directory is a kernel's; otherwise it is a part of the driver's own build.
    /// </summary>
    private static bool IsOfKbuild(MakefileReading reading, KbuildCall call, string text)
    {
        if (call.ModuleDirectory is not null)
            return true;
        string directory = reading.Expand(call.KernelDirectory);
        return directory.Contains(MakeExpression.RunningRelease) || directory.StartsWith("/lib/modules/", StringComparison.Ordinal) || text.Contains("SUBDIRS=", StringComparison.Ordinal);
    }

    /// <summary>Replaces references to variables that hold a part of the command; those that only name a directory stay.</summary>
    private static string Unfolded(MakefileReading reading, string line)
    {
        for (int round = 0; round < 3; round++)
        {
            bool changed = false;
            foreach (MakefileAssignment assignment in reading.CommandPieces)
            {
                foreach (string reference in new[] { $"$({assignment.Name})", $"${{{assignment.Name}}}" })
                {
                    if (line.Contains(reference, StringComparison.Ordinal) && line.Length < 65536)
                    {
                        line = line.Replace(reference, assignment.Value, StringComparison.Ordinal);
                        changed = true;
                    }
                }
            }
            if (!changed)
                return line;
        }
        return line;
    }

    /// <summary>Whether a variable's value is a piece of a command that calls kbuild.</summary>
    internal static bool HoldsCommand(string value) =>
        value.Contains("-C ", StringComparison.Ordinal) || value.StartsWith("M=", StringComparison.Ordinal) || value.Contains(" M=", StringComparison.Ordinal)
        || value.Contains("KBUILD_EXTMOD=", StringComparison.Ordinal);
}
