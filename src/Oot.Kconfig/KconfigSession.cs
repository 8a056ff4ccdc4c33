using System.Text;
using Oot.Core;

namespace Oot.Kconfig;

/// <summary>What one run sees of the machine: files, environment, commands, and where its words go.</summary>
/// <param name="disk">The file system; relative names count from the working directory.</param>
/// <param name="environment"><c>NAME=VALUE</c> strings.</param>
/// <param name="commands">Answers <c>$(shell)</c>.</param>
public sealed class KconfigSession(IDisk disk, IReadOnlyList<string> environment, IShellCommands commands)
{
    private const int FlushAt = 1 << 14;

    private readonly StringBuilder _output = new();

    /// <summary>The file system.</summary>
    public IDisk Disk { get; } = disk;

    /// <summary>What answers <c>$(shell)</c>.</summary>
    public IShellCommands Commands { get; } = commands;

    /// <summary>The environment.</summary>
    public IReadOnlyList<string> Environment { get; } = environment;

    /// <summary>Gets what conf writes to standard output, as byte text.</summary>
    public Action<string> Output { get; init; } = static _ => { };

    /// <summary>Gets what conf writes to standard error, as byte text.</summary>
    public Action<string> Error { get; init; } = static _ => { };

    /// <summary>Reads a line of an answer, its newline included; null at the end of input.</summary>
    public Func<string?> Answer { get; init; } = static () => null;

    /// <summary>Whether both input and output are a terminal: answers are then seen as they are typed.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>What stands before an option's name in files; <c>CONFIG_</c> unless the variable of that name says otherwise.</summary>
    public string Prefix { get; } = ProcessEnvironment.Value(environment, "CONFIG_") ?? "CONFIG_";

    /// <summary>A variable's value; null when it is not set.</summary>
    public string? Variable(string name) => ProcessEnvironment.Value(Environment, name);

    /// <summary>Whether a variable is set and not empty.</summary>
    internal bool IsOn(string name) => Variable(name) is { Length: > 0 };

    internal void Print(string text)
    {
        _output.Append(text);
        if (_output.Length > FlushAt)
            Flush();
    }

    /// <summary>Hands on what was printed.</summary>
    internal void Flush()
    {
        if (_output.Length == 0)
            return;
        Output(_output.ToString());
        _output.Clear();
    }

    internal void PrintError(string text) => Error(text);

    /// <summary>A file by its name, or below <c>$srctree</c> where there is none of that name; null when there is neither.</summary>
    internal byte[]? Open(string name)
    {
        if (Contents(name) is { } found)
            return found;
        return !name.StartsWith('/') && Variable("srctree") is { } tree ? Contents(tree + "/" + name) : null;
    }

    private byte[]? Contents(string path)
    {
        if (Disk.Stat(path, out FileStatus status) != 0 || status.IsDirectory)
            return null;
        if (!status.IsRegular)
            return Disk.Read(path, out string text) == 0 ? ByteText.ToBytes(text) : null;
        byte[] buffer = [];
        if (Disk.Read(path, ref buffer, out int length) != 0)
            return null;
        return length == buffer.Length ? buffer : buffer[..length];
    }
}
