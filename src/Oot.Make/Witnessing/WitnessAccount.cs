using System.Text;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Caching.Runs;

namespace Oot.Make.Witnessing;

/// <summary>
/// What a command was seen to do: which files it looked at, with what it found, and which it changed, with what they were before. In the end it has done nothing if all that it
/// changed is as it was.
/// </summary>
internal sealed class WitnessAccount(IDisk disk)
{
    private const int LongestText = 1 << 20, LongestWait = 50;

    // What the C library and its companions ask the kernel, and which changes nothing in what they do with files.
    private static readonly string[] HarmlessNames =
    [
        "/dev/null", "/dev/zero", "/dev/tty", "/proc/filesystems", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/mounts", "/proc/self/maps", "/proc/self/exe", "/proc/self/cgroup", "/proc/self/mountinfo", "/proc/self/statm",
        "/proc/sys/kernel/ngroups_max", "/proc/sys/vm/overcommit_memory", "/sys/fs/selinux", "/selinux",
    ];

    private static readonly string[] HarmlessBeginnings = ["/sys/fs/cgroup", "/sys/devices/system/cpu", "/sys/kernel/mm/transparent_hugepage"];

    private readonly Dictionary<(string Path, FileQuestionKind Kind), (FileAnswer Answer, ulong Content)> _looks = [];
    private readonly Dictionary<string, FileState> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    private bool _asksKernel, _namesProcess, _comparesTimes;

    /// <summary>Why the command cannot be vouched for; null as long as it can.</summary>
    public string? Reason { get; private set; }

    /// <summary>The command is not to be vouched for.</summary>
    public void GiveUp(string reason) => Reason ??= reason;

    /// <summary>The kernel's name was asked for.</summary>
    public void AsksKernel() => _asksKernel = true;

    /// <summary>A file was asked about; links are followed or not.</summary>
    public void Look(string path, bool follows)
    {
        if (!IsSpecial(path) && !IsOwn(path, follows))
            Note(path, follows, disk.LinkStat(path, out FileStatus status), status);
    }

    private void Note(string path, bool follows, int errno, FileStatus status)
    {
        FileQuestionKind kind = FileQuestionKind.Identity;
        if (errno == 0 && status.IsLink)
        {
            if (follows)
                errno = disk.Stat(path, out status);
            else
                kind = FileQuestionKind.LinkIdentity;
        }
        if (errno != 0)
            _looks.TryAdd((path, kind), (NativeFiles.Missing(errno), 0));
        else if (status.IsDirectory)
            _looks.TryAdd((path, FileQuestionKind.Type), (FileAnswers.Ask(new FileQuestion(path, FileQuestionKind.Type)), 0));
        else
            _looks.TryAdd((path, kind), (NativeFiles.Of(status), 0));
    }

    /// <summary>A file was opened to be read, by a program that may take it for a script, or for source text.</summary>
    public void Read(string path, DeterministicProgram? reader)
    {
        if (IsSpecial(path) || IsOwn(path, follows: true))
            return;
        int errno = disk.Stat(path, out FileStatus status);
        if (errno == 0 && !status.IsDirectory && !status.IsRegular)
            GiveUp($"it reads {path}, which is no file");
        else if (errno == 0 && status.IsRegular && !RunRecorder.IsSettled(NativeFiles.Of(status)))
            GiveUp($"{path} has only just changed");
        Look(path, follows: true);
        if (errno == 0 && status.IsRegular && reader is { IsShell: true } or { IsCompiler: true })
            ReadText(path, reader);
    }

    private void ReadText(string path, DeterministicProgram reader)
    {
        byte[] content = [];
        if (disk.Read(path, ref content, out int length) != 0 || length > LongestText)
            return;
        ReadOnlySpan<byte> bytes = content.AsSpan(0, length);
        if (reader.IsCompiler && bytes.IndexOf("__DATE__"u8) >= 0)
            GiveUp($"{path} names the date");
        _comparesTimes |= reader.IsCompiler && bytes.IndexOf("__TIMESTAMP__"u8) >= 0;
        if (reader.IsShell && !bytes.StartsWith("\x7f"u8))
            Script(ByteText.FromBytes(bytes));
    }

    /// <summary>A text that a shell runs.</summary>
    public void Script(string text)
    {
        if (ScriptText.Read(text, _variables, out bool namesProcess) is { } reason)
            GiveUp("a script with " + reason);
        _namesProcess |= namesProcess;
        _comparesTimes |= DeterministicPrograms.ComparesTimes(text);
    }

    /// <summary>A program is started with these words; gives what is known of it.</summary>
    public DeterministicProgram? Start(string path, IReadOnlyList<string> words)
    {
        if (disk.Stat(path, out FileStatus status) != 0 || !status.IsRegular)
        {
            Look(path, follows: true);
            return null;
        }
        Read(path, null);
        string file = disk.RealPath(path, out string real) == 0 ? real : path;
        Span<byte> head = stackalloc byte[256];
        _ = disk.ReadStart(file, head, out int length);
        string first = ByteText.FromBytes(head[..length]);
        if (first.StartsWith("#!", StringComparison.Ordinal))
        {
            string interpreter = first[2..].Split('\n')[0].Trim().Split(' ')[0];
            DeterministicProgram? runs = Start(interpreter, words);
            if (runs is { IsShell: true })
                ReadText(file, runs);
            return runs;
        }
        if (DeterministicPrograms.Find(file) is not { } program)
        {
            GiveUp($"{file} may do anything");
            return null;
        }
        if (DeterministicPrograms.Refusal(program, words) is { } refusal)
            GiveUp(refusal);
        _comparesTimes |= DeterministicPrograms.ComparesTimes(program, words);
        _variables.UnionWith(program.Variables);
        if (program.IsShell)
            foreach (string word in words)
                Script(word);
        if (ProgramHeader.TryReadLoader(file, out string? loader) && loader is not null)
            Read(loader, null);
        return program;
    }

    /// <summary>A directory was listed.</summary>
    public void List(string path)
    {
        if (disk.Stat(path, out FileStatus status) != 0 || disk.List(path, out IReadOnlyList<string> names) != 0)
        {
            GiveUp($"{path} was listed and is gone");
            return;
        }
        FileAnswer answer = NativeFiles.Of(status);
        // What the command itself has made there is there whenever it looks.
        string[] others = [.. names.Where(name => !(Canonical($"{path}/{name}", follows: false) is { } made && _before.TryGetValue(made, out FileState before) && before.Mode == 0))];
        _looks.TryAdd((path, FileQuestionKind.Listing), (RunRecorder.IsSettled(answer) ? answer : answer with { ChangedNs = -1 }, FileAnswers.HashOf(others)));
    }

    /// <summary>A name is about to be changed, or what it leads to.</summary>
    public void Change(string path, bool follows)
    {
        if (path is "/dev/null" || Reason is not null)
            return;
        if (IsSpecial(path))
            GiveUp("it writes to " + path);
        else if (Canonical(path, follows) is not { } name)
            GiveUp($"where {path} leads cannot be told");
        else if (!_before.ContainsKey(name))
        {
            if (FileState.Of(disk, name) is { } state)
                _before.Add(name, state);
            else
                GiveUp($"it changes {name}, which is no file");
        }
        // What a name's parent is may be another thing now.
        _parents.Clear();
    }

    /// <summary>As <see cref="Change"/>, for a change after which nothing can be as it was.</summary>
    public void ChangeOnly(string path)
    {
        if (path != "/dev/null" && Canonical(path, follows: true) is { } name && !(_before.TryGetValue(name, out FileState state) && state.Mode == 0))
            GiveUp("it sets the times of " + path);
    }

    private bool IsOwn(string path, bool follows) => _before.Count > 0 && Canonical(path, follows) is { } name && _before.ContainsKey(name);

    private bool IsSpecial(string path)
    {
        if (!path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal) && !path.StartsWith("/sys/", StringComparison.Ordinal) && path != "/selinux")
            return false;
        if (!HarmlessNames.Contains(path) && !Array.Exists(HarmlessBeginnings, beginning => path.StartsWith(beginning, StringComparison.Ordinal)))
            GiveUp("it asks for " + path);
        return true;
    }

    /// <summary>The one name of a file among all by which it can be called; null when there is none.</summary>
    private string? Canonical(string path, bool follows)
    {
        string trimmed = path.TrimEnd('/');
        int slash = trimmed.LastIndexOf('/');
        string name = trimmed[(slash + 1)..];
        if (slash < 0 || name is "" or "." or "..")
            return disk.RealPath(path, out string whole) == 0 ? whole : null;
        string parent = slash == 0 ? "/" : trimmed[..slash];
        if (!_parents.TryGetValue(parent, out string? real))
            _parents.Add(parent, real = disk.RealPath(parent, out string found) == 0 ? found : null);
        // In a directory that is not there nothing can be made either.
        string candidate = real is null ? trimmed : real == "/" ? "/" + name : $"{real}/{name}";
        if (!follows || disk.LinkStat(candidate, out FileStatus status) != 0 || !status.IsLink)
            return candidate;
        return disk.RealPath(candidate, out string target) == 0 ? target : null;
    }

    /// <summary>The command has ended: compares what it changed with what it was, and writes all down.</summary>
    public CacheWriter Close()
    {
        var own = new List<RecordedInput>();
        foreach ((string name, FileState before) in _before)
        {
            WaitUntilSettled(name);
            if (Reason is null && FileState.Of(disk, name) != before)
                GiveUp("it changes " + name);
            own.Add(Final(name));
            string parent = name[..Math.Max(1, name.LastIndexOf('/'))];
            _looks.TryAdd((parent, FileQuestionKind.Writable), (FileAnswers.Ask(new FileQuestion(parent, FileQuestionKind.Writable)), 0));
        }
        var writer = new CacheWriter().Text(Reason ?? "").Number(_asksKernel ? 1 : 0).Number(_namesProcess ? 1 : 0).Number(_variables.Count);
        foreach (string variable in _variables)
            writer.Text(variable);
        List<RecordedInput> looks = [.. _looks.Where(look => !IsStale(look.Key)).Select(look => new RecordedInput(0, look.Key.Path, look.Key.Kind, look.Value.Answer, look.Value.Content))];
        Write(writer, looks);
        Write(writer, own);
        return writer;
    }

    private bool IsStale((string Path, FileQuestionKind Kind) look) =>
        look.Kind is FileQuestionKind.Identity or FileQuestionKind.LinkIdentity && IsOwn(look.Path, look.Kind == FileQuestionKind.Identity);

    // A later change within the same tick of the clock could not be told from this one.
    private static void WaitUntilSettled(string name)
    {
        for (int waited = 0; waited < LongestWait && !RunRecorder.IsSettled(NativeFiles.Status(NativeFiles.CurrentDirectory, name, followsLinks: false)); waited++)
            Thread.Sleep(1);
    }

    private RecordedInput Final(string name)
    {
        FileAnswer answer = NativeFiles.Status(NativeFiles.CurrentDirectory, name, followsLinks: false);
        if (!RunRecorder.IsSettled(answer))
            GiveUp($"{name} has only just changed");
        bool isFound = disk.LinkStat(name, out FileStatus status) == 0;
        if (isFound && status.IsDirectory)
            return new RecordedInput(0, name, FileQuestionKind.Type, FileAnswers.Ask(new FileQuestion(name, FileQuestionKind.Type)), 0);
        // Whoever writes the same once more changes nothing, unless this command sees when.
        return _comparesTimes
            ? new RecordedInput(0, name, isFound && status.IsLink ? FileQuestionKind.LinkIdentity : FileQuestionKind.Identity, answer, 0)
            : new RecordedInput(0, name, FileQuestionKind.State, answer, FileAnswers.Ask(new FileQuestion(name, FileQuestionKind.State)).Place);
    }

    private static void Write(CacheWriter writer, List<RecordedInput> inputs)
    {
        writer.Number(inputs.Count);
        foreach (RecordedInput input in inputs)
            writer.Number((byte)input.Kind).Number((long)input.Answer.Place).Number(input.Answer.ModifiedNs).Number(input.Answer.ChangedNs).Number((long)input.Content).Text(input.Path);
    }
}
