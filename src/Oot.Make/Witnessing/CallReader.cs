using System.Globalization;
using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Make.Witnessing;

/// <summary>Reads what a process is about to do out of a system call's arguments, and tells the account.</summary>
internal sealed class CallReader(IDisk disk, WitnessAccount account, OneProcessor processor)
{
    private const int AtCurrentDirectory = -100, NoFollow = 0x100, MostWords = 100_000, LocalFamily = 1;
    private const ulong WriteModes = 3, Create = 0x40, Empty = 0x200;

    private static readonly ulong Temporary = (ulong)Execution.SystemCalls.Temporary;

    private readonly string? _input = NativeFiles.NameOf(0);

    /// <summary>A process stands before a call.</summary>
    public void Enter(WitnessedProcess process, in StoppedCall call)
    {
        CallShape shape = call.Machine == SystemCallTable.Machine ? SystemCallTable.Find(call.Number) : default;
        switch (shape.Effect)
        {
            case CallEffect.Nothing:
                break;
            case CallEffect.Unknown:
                account.GiveUp(string.Create(CultureInfo.InvariantCulture, $"system call {call.Number} is not understood"));
                break;
            case CallEffect.Read:
                ReadInput(process, (int)call.Argument(0));
                break;
            case CallEffect.Processors when call.Argument(0) == 0 || call.Argument(0) == (ulong)process.Id:
                processor.Leave(process.Id);
                break;
            case CallEffect.Processors:
                account.GiveUp("it asks where another process may run");
                break;
            case CallEffect.KernelName:
                account.AsksKernel();
                break;
            case CallEffect.Socket:
                if (call.Argument(0) != LocalFamily)
                    account.GiveUp("it asks the network");
                break;
            case CallEffect.Connect:
                Connect(process.Id, call.Argument(1));
                break;
            case CallEffect.List:
                if (PathOf(process.Id, (int)call.Argument(0)) is { } listed)
                    account.List(listed);
                break;
            case CallEffect.ChangeOpen:
                if (PathOf(process.Id, (int)call.Argument(0)) is { } open)
                    account.Change(open, follows: true);
                break;
            case CallEffect.Enter when shape.Path < 0:
                break;
            default:
                AtPath(process, call, shape);
                break;
        }
    }

    private void AtPath(WitnessedProcess process, in StoppedCall call, CallShape shape)
    {
        int directory = shape.Directory < 0 ? AtCurrentDirectory : (int)call.Argument(shape.Directory);
        ulong address = call.Argument(shape.Path);
        string? text = address == 0 ? "" : TraceMethods.ReadText(process.Id, address);
        // Without a name it is about what is open already.
        if (text is "" && shape.Effect is CallEffect.Look or CallEffect.LookAtLink)
            return;
        if (text is null || Absolute(process.Id, directory, text) is not { } path)
        {
            account.GiveUp("a path that cannot be read");
            return;
        }
        ulong extra = shape.Extra < 0 ? 0 : call.Argument(shape.Extra);
        switch (shape.Effect)
        {
            case CallEffect.Look:
                account.Look(path, follows: (extra & NoFollow) == 0);
                break;
            case CallEffect.LookAtLink:
                account.Look(path, follows: false);
                break;
            case CallEffect.Enter:
                account.Look(path, follows: true);
                break;
            case CallEffect.Open:
                Open(process, path, extra);
                break;
            case CallEffect.OpenHow:
                Open(process, path, TraceMethods.ReadNumber(process.Id, extra) ?? Create);
                break;
            case CallEffect.Execute:
                process.Next = account.Start(path, WordsAt(process.Id, extra));
                break;
            case CallEffect.Create or CallEffect.Change:
                account.Change(path, follows: true);
                break;
            case CallEffect.ChangeLink:
                account.Change(path, follows: false);
                break;
            case CallEffect.SetTimes:
                account.ChangeOnly(text.Length == 0 ? PathOf(process.Id, directory) ?? path : path);
                break;
            case CallEffect.ChangeBoth or CallEffect.ChangeSecond:
                ChangeTwo(process.Id, call, shape, path, extra);
                break;
        }
    }

    private void ChangeTwo(int process, in StoppedCall call, CallShape shape, string first, ulong secondAddress)
    {
        int directory = shape.Directory < 0 ? AtCurrentDirectory : (int)call.Argument(shape.Extra - 1);
        if (TraceMethods.ReadText(process, secondAddress) is not { } text || Absolute(process, directory, text) is not { } second)
        {
            account.GiveUp("a path that cannot be read");
            return;
        }
        if (shape.Effect == CallEffect.ChangeSecond)
            account.Look(first, follows: false);
        else if (disk.LinkStat(first, out FileStatus status) == 0 && status.IsDirectory)
            account.GiveUp("it renames a directory");
        else
            account.Change(first, follows: false);
        account.Change(second, follows: false);
    }

    private void Open(WitnessedProcess process, string path, ulong flags)
    {
        if ((flags & WriteModes) == 0 && (flags & (Create | Empty)) == 0)
            account.Read(path, process.Program);
        // A file without a name is nobody else's.
        else if ((flags & Temporary) != Temporary)
            account.Change(path, follows: true);
    }

    private void ReadInput(WitnessedProcess process, int descriptor)
    {
        if (descriptor == 0 && disk.Stat(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/fd/0"), out FileStatus status) == 0
            && string.Create(CultureInfo.InvariantCulture, $"{status.Inode}.{status.Device >> 32}.{status.Device & uint.MaxValue}") == _input)
            account.GiveUp("it reads what make was given as input");
    }

    private void Connect(int process, ulong address)
    {
        // struct sockaddr_un: two bytes of family, then the path.
        if (TraceMethods.ReadNumber(process, address) is not { } start || (ushort)start != LocalFamily || TraceMethods.ReadText(process, address + 2) is not ['/', ..] path || disk.Stat(path, out _) == 0)
            account.GiveUp("it asks a service");
        else
            account.Look(path, follows: true);
    }

    /// <summary>What is known of the program that a process runs.</summary>
    public DeterministicProgram? ProgramOf(int process) =>
        disk.ReadLink(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/exe"), out string path) == 0 ? DeterministicPrograms.Find(path) : null;

    private string? PathOf(int process, int descriptor) =>
        disk.ReadLink(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/fd/{descriptor}"), out string path) == 0 && path.StartsWith('/') ? path : null;

    private string? Absolute(int process, int directory, string path)
    {
        if (path.StartsWith('/'))
            return path;
        string? root;
        if (directory != AtCurrentDirectory)
            root = PathOf(process, directory);
        else if (disk.ReadLink(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cwd"), out root) != 0)
            root = null;
        return root is null ? null : path.Length == 0 ? root : root == "/" ? "/" + path : $"{root}/{path}";
    }

    private static List<string> WordsAt(int process, ulong address)
    {
        var words = new List<string>();
        while (words.Count < MostWords && TraceMethods.ReadNumber(process, address) is { } pointer and not 0 && TraceMethods.ReadText(process, pointer) is { } word)
        {
            words.Add(word);
            address += 8;
        }
        return words;
    }
}
