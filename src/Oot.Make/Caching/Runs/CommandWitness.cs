using Oot.Make.Execution;
using Oot.Make.Witnessing;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// Lets commands whose text does not show what they do be watched while they do it (docs/design/witness.md): such as leave every file as it was are noted like those that only look.
/// </summary>
/// <param name="oot">oot's own program, which the witness is.</param>
/// <param name="run">What the accounts are added to.</param>
/// <param name="habits">Which commands are worth it.</param>
internal sealed class CommandWitness(string oot, RunRecorder run, CommandHabits habits)
{
    private const int LongestCommand = 64 << 10;

    /// <summary>What to start in a command's place; null when it cannot be watched, or is not worth it.</summary>
    public WatchedCommand? Begin(IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        ulong hash = CommandHabits.HashOf(words);
        if (words.Sum(word => word.Length) > LongestCommand || !habits.IsIdle(hash) || ProgramSearch.Find(words[0], null, environment, out _) is not { } program)
            return null;
        int report = NativeFiles.OpenMemory();
        return report < 0 ? null : new WatchedCommand(report, WitnessProgram.WordsFor(oot, report, program, words), hash);
    }

    /// <summary>What the command does is no longer told from what others do.</summary>
    public void GiveUp(WatchedCommand command)
    {
        command.IsVoid = true;
        habits.Note(isBusy: true, command.Hash);
        run.Refuse("a command that was watched: another one runs beside it");
    }

    /// <summary>The command has ended; <paramref name="spoke"/>: it has printed something, or what it printed was used.</summary>
    public void End(WatchedCommand command, bool spoke)
    {
        byte[] account = NativeFiles.Contents(command.Report);
        NativeFiles.Close(command.Report);
        if (command.IsVoid)
            return;
        var reader = new RunReader(account);
        string reason = reader.String();
        bool asksKernel = reader.Number() != 0, namesProcess = reader.Number() != 0;
        if (reader.IsBroken || reason.Length > 0)
        {
            habits.Note(isBusy: true, command.Hash);
            run.Refuse(reader.IsBroken ? "a command that was watched in vain" : "a command that was watched: " + reason);
            return;
        }
        if (spoke && namesProcess)
            run.Refuse("a command that may have told its process number");
        if (asksKernel)
            run.NoteKernel();
        for (int variables = reader.Count(); variables > 0 && !reader.IsBroken; variables--)
            run.Variables.Add(reader.String());
        NoteAll(ref reader, isOwn: false);
        NoteAll(ref reader, isOwn: true);
        if (reader.IsBroken)
            run.Refuse("a command that was watched in vain");
    }

    private void NoteAll(ref RunReader reader, bool isOwn)
    {
        for (int inputs = reader.Count(); inputs > 0 && !reader.IsBroken; inputs--)
        {
            var kind = (FileQuestionKind)(byte)reader.Number();
            var answer = new FileAnswer((ulong)reader.Number(), reader.Number(), reader.Number());
            ulong content = (ulong)reader.Number();
            run.NoteSeen(reader.String(), kind, answer, content, isOwn);
        }
    }
}
