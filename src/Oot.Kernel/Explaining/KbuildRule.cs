using Oot.Make.Observing;

namespace Oot.Kernel.Explaining;

/// <summary>
/// A target whose recipe is <c>$(call if_changed,NAME)</c> or one of its kin: kbuild runs it only when a prerequisite is newer or <c>$(cmd_NAME)</c> is another text than the
/// one that made the target, which its <c>.cmd</c> file has brought into a variable (kernel 5.10 to 7.x, scripts/Kbuild.include: newer-prereqs, cmd-check).
/// </summary>
/// <param name="Saved">The command that made the target; empty when it is not known.</param>
/// <param name="Command">The command now.</param>
internal sealed record KbuildRule(string Saved, string Command)
{
    private const string Call = "$(call if_changed";

    /// <summary>Whether the command has to be the same; <c>KBUILD_NOCMDDEP=1</c> says that any will do.</summary>
    public bool MattersNot { get; init; }

    /// <summary>Reads a target's rule; null when kbuild does not compare its command.</summary>
    public static KbuildRule? Of(TargetUpdate update)
    {
        foreach (string line in update.Recipe)
        {
            int start = line.IndexOf(Call, StringComparison.Ordinal);
            int comma = start < 0 ? -1 : line.IndexOf(',', start);
            if (comma < 0)
                continue;
            int end = line.IndexOfAny([')', ','], comma + 1);
            if (end < 0)
                continue;
            string saved = update.Expand("$(strip $(savedcmd_$@))");
            return new KbuildRule(
                saved.Length > 0 ? saved : update.Expand("$(strip $(cmd_$@))"),
                update.Expand($"$(strip $(cmd_{line[(comma + 1)..end].Trim()}))"))
            {
                MattersNot = update.Expand("$(KBUILD_NOCMDDEP)") == "1",
            };
        }
        return null;
    }
}
