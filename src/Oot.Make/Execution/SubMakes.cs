using Oot.Core;

namespace Oot.Make.Execution;

/// <summary>
/// Makes below this one that need no process: the same program, under a name that means make, with this make's own output (docs/design/execution.md). All others are started as
/// any program is.
/// </summary>
/// <param name="run">Runs a make of these words, the program's name first, and this environment; null: none is run here.</param>
/// <param name="known">Tells what a call of this program does.</param>
internal sealed class SubMakes(Func<IReadOnlyList<string>, IReadOnlyList<string>, int>? run, IKnownCommands? known)
{
    /// <summary>The variable that, with the value <c>process</c>, gives every make a process.</summary>
    public const string Variable = "OOT_SUB_MAKES";

    private static readonly Disk Disk = new();

    /// <summary>Starts a make whose end <see cref="ChildWaiter"/> will tell; false, and nothing done, for anything else.</summary>
    public bool TryStart(SpawnRequest request, out int number)
    {
        number = -1;
        if (run is null || !IsMake(request) || !HasOurStreams(request) || !CanRunHere(request))
            return false;
        ProcessSignals.Install();
        int input = request.StandardInput < 0 ? MakeProcess.Current.StandardInput : request.StandardInput;
        MakeProcess? Begin() => MakeProcess.Start(() => run(request.Arguments, request.Environment), input);
        if ((RehearsalPlan.Current is { } plan ? plan.Take(request, Begin) : Begin()) is not { } make)
            return false;
        ChildWaiter.Watch(make);
        number = make.Number;
        return true;
    }

    private bool IsMake(SpawnRequest request)
    {
        IReadOnlyList<string> words = request.Arguments;
        string name = words[0][(words[0].LastIndexOf('/') + 1)..];
        return known?.OwnCallOf(name, words.Count > 1 ? words[1] : null) == OwnCall.Make
            && ProgramSearch.Find(words[0], request.SearchPath, request.Environment, out _) is { } path
            && Disk.Stat("/proc/self/exe", out FileStatus self) == 0 && Disk.Stat(path, out FileStatus status) == 0
            && self.Inode == status.Inode && self.Device == status.Device;
    }

    private static bool HasOurStreams(SpawnRequest request) =>
        (request.StandardInput is -1 or 0 || request.StandardInput == Spawner.BadStandardInput) && request.StandardOutput is -1 or 1 && request.StandardError is -1 or 2;

    private static bool CanRunHere(SpawnRequest request) =>
        ProcessEnvironment.Value(request.Environment, Variable) != "process"
        && TemporaryFiles.AreAsIn(request.Environment)
        && (!request.Arguments.Any(MayEnterDirectory) || MakeProcess.CanHaveOwnDirectory);

    /// <summary>Whether a word may be a switch <c>-C</c>; one too many does no harm.</summary>
    private static bool MayEnterDirectory(string word) => word.StartsWith('-') && (word.Contains('C') || word.StartsWith("--d", StringComparison.Ordinal));
}
