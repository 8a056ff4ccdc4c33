using Oot.Core;

namespace Oot.Make.Execution;

/// <summary>Finds the file that a command's first word names, and the error make reports when there is none.</summary>
internal static class ProgramSearch
{
    /// <summary>What the C library searches when there is no <c>PATH</c>.</summary>
    private const string DefaultPath = "/bin:/usr/bin";

    /// <summary>
    /// The program's path, or null with the errno to report: the last one that was not "no such file", as in
    /// GNU make 4.4.1 (gnulib's find_in_given_path). So a directory or an unreadable file on the way is told, not hidden.
    /// </summary>
    public static string? Find(string name, string? searchPath, IReadOnlyList<string> environment, out int errno)
    {
        if (name.Contains('/'))
            return Probe(name, out errno) ? name : null;

        errno = Errno.NoEntry;
        foreach (string entry in (searchPath ?? PathOf(environment)).Split(':'))
        {
            string candidate = entry is "" or "." ? "./" + name : entry.EndsWith('/') ? entry + name : entry + "/" + name;
            if (Probe(candidate, out int failure))
            {
                errno = 0;
                return candidate;
            }
            if (failure != Errno.NoEntry)
                errno = failure;
        }
        return null;
    }

    private static bool Probe(string path, out int errno)
    {
        errno = 0;
        if (SystemCalls.MayExecute(path) != 0)
            errno = SystemCalls.Errno;
        else if (Disk.Stat(path, out FileStatus status) is var failure and not 0)
            errno = failure;
        else if (status.IsDirectory)
            errno = Errno.Access;
        return errno == 0;
    }

    private static readonly Disk Disk = new();

    private static string PathOf(IReadOnlyList<string> environment)
    {
        for (int i = 0; i < environment.Count; i++)
        {
            if (environment[i].StartsWith("PATH=", StringComparison.Ordinal))
                return environment[i][5..];
        }
        return DefaultPath;
    }
}
