using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>Commands of a shell whose answers are remembered as those of make's <c>$(shell)</c> are, for who is not make: the probes of Kconfig.</summary>
public sealed class RememberedCommands
{
    private readonly IReadOnlyList<string> _environment;
    private readonly ProbeCache? _probes;

    private RememberedCommands(IReadOnlyList<string> environment, ProbeCache? probes)
    {
        _environment = environment;
        _probes = probes;
    }

    /// <summary>The commands of an environment; nothing is remembered where it has no cache.</summary>
    /// <param name="environment">What the commands get.</param>
    /// <param name="disk">The file system.</param>
    /// <param name="known">What is known of commands beyond POSIX and GNU.</param>
    public static RememberedCommands Open(IReadOnlyList<string> environment, IDisk disk, IKnownCommands? known)
    {
        Action<string> explain = ProcessEnvironment.Value(environment, CacheDirectory.LogVariable) is { Length: > 0 }
            ? static text => Disk.WriteAll(2, ByteText.ToBytes($"oot cache: {text}\n"))
            : static _ => { };
        return new RememberedCommands(environment, CacheDirectory.Open(environment) is { } cache ? new ProbeCache(cache, disk, explain) { Known = known } : null);
    }

    /// <summary>What <c>sh -c COMMAND</c> prints; its words on standard error go to this process's own.</summary>
    /// <param name="known">What the command depends on; null: that is told by its text, or it is run as ever.</param>
    /// <exception cref="OperationCanceledException">An interrupt came.</exception>
    public string Run(string command, DeclaredInputs? known = null)
    {
        string[] words = ["/bin/sh", "-c", command];
        ShellResult result = Remembered(words, known) ?? ShellCapture.Run(words, _environment, null, -1);
        return ProcessSignals.Pending == 0 ? result.Output : throw new OperationCanceledException();
    }

    private ShellResult? Remembered(string[] words, DeclaredInputs? known)
    {
        if (_probes is null || ProcessContext.WorkingDirectory() is not { } directory)
            return null;
        Func<IReadOnlyList<string>, int, ShellResult> start = (started, held) => ShellCapture.Run(started, _environment, null, held);
        return known is null
            ? _probes.Answer(words, _environment, directory, start, PassOn)
            : _probes.AnswerKnowing(known.ToInputs(), words, _environment, directory, start, PassOn);
    }

    private static void PassOn(string errors)
    {
        if (errors.Length > 0)
            _ = Disk.WriteAll(2, ByteText.ToBytes(errors));
    }
}
