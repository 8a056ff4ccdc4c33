using System.Collections.Frozen;

namespace Oot.Make.Caching;

/// <summary>
/// The variables by which the programs of <see cref="PureProgramTable"/>, the C library and the loader let themselves be changed (gcc(1), ld(1), ld.so(8), locale(7)).
/// Variables that a script names are not in this table: they are seen in its text.
/// </summary>
internal static class EnvironmentVariables
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "PATH", "TMPDIR", "TMP", "TEMP", "TZ", "LANG", "LANGUAGE", "POSIXLY_CORRECT", "ENV", "BASH_ENV", "IFS", "CDPATH",
        "COMPILER_PATH", "LIBRARY_PATH", "CPATH", "SOURCE_DATE_EPOCH", "DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES",
        "LOCPATH", "NLSPATH", "GLIBC_TUNABLES", "GETCONF_DIR", "GREP_OPTIONS", "GREP_COLOR", "GREP_COLORS", "LDEMULATION", "GNUTARGET",
        "DPKG_ROOT", "DPKG_ADMINDIR", "OMP_NUM_THREADS", "OMP_THREAD_LIMIT",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes = ["LC_", "LD_", "GCC_", "COLLECT_", "C_INCLUDE_", "CPLUS_INCLUDE_", "OBJC_INCLUDE_", "MALLOC_", "GCONV_", "BFD_", "OOT_", "BASH_", "GIT_"];

    /// <summary>Names of those that are set.</summary>
    public static IEnumerable<string> ThatProgramsRead(IReadOnlyList<string> environment)
    {
        foreach (string entry in environment)
        {
            int equals = entry.IndexOf('=');
            if (equals > 0 && IsRead(entry.AsSpan(0, equals)))
                yield return entry[..equals];
        }
    }

    /// <summary>Whether a program that is started with this variable set could be another or do other things; a change of language is in the text for all to see.</summary>
    public static bool ChangesPrograms(string name) => IsRead(name) && name is not ("LANG" or "LANGUAGE") && !name.StartsWith("LC_", StringComparison.Ordinal);

    /// <summary>Whether the shell itself lets this variable decide what it runs, exported or not.</summary>
    public static bool ChangesShell(string name) => name is "PATH" or "IFS" or "CDPATH" or "ENV" or "BASH_ENV";

    /// <summary>Whether programs read this variable.</summary>
    public static bool IsRead(ReadOnlySpan<char> name)
    {
        if (name.SequenceEqual(CacheDirectory.LogVariable))
            return false;
        foreach (string prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        return Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
