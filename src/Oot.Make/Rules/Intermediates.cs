using Oot.Core;
using Oot.Make.Options;

namespace Oot.Make.Rules;

/// <summary>Deletes the intermediate files that a run has made.</summary>
internal static class Intermediates
{
    /// <summary>Deletes them, saying so as an <c>rm</c> command; after a signal one message a file.</summary>
    public static void Remove(MakeState state, bool afterSignal)
    {
        MakeOptions options = state.Options;
        if (options.Question || options.Touch || state.AllSecondary || state.NoIntermediates || (afterSignal && options.JustPrint))
            return;
        bool any = false;
        foreach (FileNode file in state.Files.InHashOrder(IsRemovable))
        {
            int errno = options.JustPrint ? 0 : state.Disk.Remove(file.Name);
            if (errno == Errno.NoEntry)
                continue;
            if (file.IsOptional)
                continue;
            if (afterSignal)
            {
                state.Messages.Error($"*** Deleting intermediate file '{file.Name}'");
            }
            else
            {
                if (!any)
                    state.Debug(DebugFlags.Basic, 0, $"Removing intermediate files...");
                if (!state.IsSilent)
                {
                    Messages.Debug((any ? " " : "rm ") + file.Name);
                    any = true;
                }
            }
            if (errno != 0)
            {
                state.Messages.Error($"\nunlink: {file.Name}: {Errno.Message(errno)}");
                any = false;
            }
        }
        if (any && !afterSignal)
            Messages.Debug("\n");
    }

    private static bool IsRemovable(FileNode file) =>
        file.IsIntermediate && (file.IsOptional || !file.IsPrecious) && !file.IsSecondary && !file.IsNotIntermediate && !file.IsGoal
        && file.Status != UpdateStatus.None;
}
