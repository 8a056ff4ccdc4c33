using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>Files that only make needs, in the directory that GNU make 4.4.1 takes (misc.c, posixos.c).</summary>
internal static unsafe class TemporaryFiles
{
    private const string Default = "/tmp";

    private static readonly string[] Variables = ["MAKE_TMPDIR", "TMPDIR"];

    /// <summary><c>MAKE_TMPDIR</c>, else <c>TMPDIR</c>, else <c>/tmp</c>, of this process's environment; a value that is no directory adds to <paramref name="errors"/>.</summary>
    public static string Directory(List<string>? errors = null)
    {
        bool named = false;
        foreach (string variable in Variables)
        {
            string value = Variable(variable);
            if (value == "")
                continue;
            named = true;
            if (new Disk().Stat(value, out FileStatus status) is var errno and not 0)
                errors?.Add($"{variable} value {value}: {Core.Errno.Message(errno)}");
            else if (!status.IsDirectory)
                errors?.Add($"{variable} value {value}: not a directory");
            else
                return value;
        }
        if (named)
            errors?.Add($"using default temporary directory '{Default}'");
        return Default;
    }

    /// <summary>A nameless file to read and append to, closed on exec; −1 with errno.</summary>
    public static int OpenNameless()
    {
        string directory = Directory();
        int descriptor = Open(directory, ReadWrite | Temporary | Exclusive | Append | CloseOnExec, 0x180);
        if (descriptor >= 0)
            return descriptor;
        descriptor = OpenNamed(directory, Append, out string path);
        if (descriptor >= 0)
            _ = Unlink(path);
        return descriptor;
    }

    /// <summary>A new file of mode 0600 named <c>GmXXXXXX</c>, closed on exec; −1 with errno.</summary>
    public static int OpenNamed(string directory, int flags, out string path)
    {
        MakeProcess.Current.BeSeen();
        byte[] template = ByteText.ToZeroTerminated((directory.EndsWith('/') ? directory : directory + "/") + "GmXXXXXX");
        fixed (byte* p = template)
        {
            int descriptor = MakeTemporary(p, flags | CloseOnExec);
            path = ByteText.FromPointer(p);
            return descriptor;
        }
    }

    /// <summary>Whether a program with this environment would take the same directory.</summary>
    public static bool AreAsIn(IReadOnlyList<string> environment) =>
        Array.TrueForAll(Variables, name => (ProcessEnvironment.Value(environment, name) ?? "") == Variable(name));

    private static string Variable(string name)
    {
        fixed (byte* p = ByteText.ToZeroTerminated(name))
            return ByteText.FromPointer(EnvironmentValue(p));
    }
}
