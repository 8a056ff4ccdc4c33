using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Redirections and output.</summary>
internal sealed partial class ShellProcess
{
    /// <summary>Opens redirections one after the other; false when one failed, which has been said.</summary>
    private bool Open(IReadOnlyList<ShellRedirection> redirections, int line, ref ShellStreams streams, List<int> opened)
    {
        foreach (ShellRedirection redirection in redirections)
        {
            int real;
            if (redirection.Kind == ShellRedirectionKind.Duplicate)
            {
                real = streams[redirection.Target.Text![0] - '0'];
                // A program gets its descriptors by duplicating one after the other: a standard one must not be lost before it is used.
                if (real is >= 0 and <= 2 && real != redirection.Descriptor && (real = FileCalls.Duplicate(real)) >= 0)
                    opened.Add(real);
                if (real == -1)
                {
                    Complain(streams, line, $"{redirection.Target.Text}: {Errno.Message(Errno.BadDescriptor)}");
                    return false;
                }
            }
            else
            {
                string name = _expander.Single(redirection.Target);
                if (_launch.TouchesNothing && name != ShellCompiler.NullDevice)
                {
                    IsBeyond = true;
                    return false;
                }
                real = FileCalls.Open(streams.NameHere(name), FlagsOf(redirection.Kind), out int errno);
                if (real < 0)
                {
                    Complain(streams, line, Failure(name, redirection.Kind, errno));
                    return false;
                }
                opened.Add(real);
            }
            streams = streams.With(redirection.Descriptor, real);
        }
        return true;
    }

    private static int FlagsOf(ShellRedirectionKind kind) => kind switch
    {
        ShellRedirectionKind.Input => SystemCalls.ReadOnly,
        ShellRedirectionKind.Output => SystemCalls.WriteOnly | SystemCalls.Create | FileCalls.Truncate,
        ShellRedirectionKind.Append => SystemCalls.WriteOnly | SystemCalls.Create | SystemCalls.Append,
        _ => SystemCalls.ReadWrite | SystemCalls.Create,
    };

    /// <summary>dash's own words for two errors (error.c, errmsg).</summary>
    private static string Failure(string name, ShellRedirectionKind kind, int errno)
    {
        bool opens = kind == ShellRedirectionKind.Input;
        string why = errno is not (Errno.NoEntry or Errno.NotDirectory) ? Errno.Message(errno) : opens ? "No such file" : "Directory nonexistent";
        return $"cannot {(opens ? "open" : "create")} {name}: {why}";
    }

    private void Complain(ShellStreams streams, int line, string text) => _ = Write(streams.Error, $"{CommandLine.DefaultShell}: {line}: {text}\n");

    /// <summary>0 or errno.</summary>
    private int Write(int descriptor, string text)
    {
        switch (descriptor)
        {
            case ShellStreams.CapturedOutput:
                _output.Append(text);
                return 0;
            case ShellStreams.CapturedError:
                _error.Append(text);
                return 0;
            case >= 0 when descriptor == _launch.Capture?.WriteEnd:
                // Nobody but this thread empties it.
                _launch.Capture.Append(text);
                return 0;
            default:
                return text.Length == 0 ? 0 : Disk.WriteAll(descriptor, ByteText.ToBytes(text));
        }
    }
}
