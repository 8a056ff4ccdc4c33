using System.Collections.Frozen;
using Oot.Core;

namespace Oot.Make.Witnessing;

/// <summary>
/// The programs that a witness may take at their word: all that they depend on besides files is their arguments and named variables. Where they read and write does not matter here, that is seen.
/// Whatever asks for the time, for chance or for another machine is not in the table, or not with that option.
/// </summary>
internal static class DeterministicPrograms
{
    private static readonly string[] Nothing = [];

    /// <summary>How a shell asks which of two files is newer.</summary>
    private static readonly string[] Newer = ["-nt", "-ot"];

    private static readonly DeterministicProgram Plain = new(Nothing, Nothing);
    private static readonly DeterministicProgram VersionTeller =
        new(["RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "RUSTUP_LOG", "RUSTUP_DIST_SERVER", "RUST_RECURSION_COUNT", "CARGO_HOME"], Nothing, OnlyTellsVersion: true);
    private static readonly DeterministicProgram Shell = new(Nothing, Nothing, IsShell: true);
    private static readonly DeterministicProgram Compiler = new(Nothing, Nothing, IsCompiler: true);
    private static readonly DeterministicProgram Awk = new(["AWKPATH", "AWKLIBPATH"], ["srand", "systime", "strftime", "ENVIRON", "getline", "PROCINFO"]);

    private static readonly FrozenDictionary<string, DeterministicProgram> Programs = Build();

    private static FrozenDictionary<string, DeterministicProgram> Build()
    {
        var programs = new Dictionary<string, DeterministicProgram>(StringComparer.Ordinal)
        {
            ["sh"] = Shell,
            ["dash"] = Shell,
            ["bash"] = Shell with { Variables = ["SHELLOPTS"] },
            ["awk"] = Awk,
            ["mawk"] = Awk with { Variables = ["MAWKBINMODE", "WHINY_USERS"] },
            ["gawk"] = Awk with { Variables = ["AWKPATH", "AWKLIBPATH", "GAWK_READ_TIMEOUT", "GAWK_STACKSIZE"] },
            ["bc"] = new(["BC_ENV_ARGS", "BC_LINE_LENGTH"], Nothing),
            ["find"] = new(Nothing, ["-amin", "-cmin", "-mmin", "-atime", "-ctime", "-mtime", "-used", "-newer", "-anewer", "-cnewer", "-daystart", "-printf", "-fprintf", "-ls", "-fls"]),
            ["ls"] = new(["LS_BLOCK_SIZE", "BLOCK_SIZE", "BLOCKSIZE", "QUOTING_STYLE", "TIME_STYLE", "COLUMNS", "TABSIZE", "LS_COLORS", "TERM", "COLORTERM"], ["l", "t", "c", "u", "time", "sort"]),
            ["sort"] = new(Nothing, ["R", "random"]),
            ["["] = new(Nothing, Nothing, Newer),
            ["test"] = new(Nothing, Nothing, Newer),
            ["cp"] = new(Nothing, Nothing, ["u", "update"]),
            ["mv"] = new(Nothing, Nothing, ["u", "update"]),
            ["diff"] = new(Nothing, ["u", "c", "U", "C", "l", "unified", "context", "paginate"]),
            ["ar"] = new(Nothing, Nothing, [""]),
            ["objcopy"] = new(Nothing, Nothing, ["p", "preserve-dates"]),
            ["strip"] = new(Nothing, Nothing, ["p", "preserve-dates"]),
            ["xargs"] = Plain,
            ["env"] = new(Nothing, Nothing, NeedsOperand: true),
            ["git"] = new(["XDG_CONFIG_HOME", "HOME", "EMAIL", "USER"], ["--no-optional-locks"], [""], ["--version", "rev-parse", "describe", "diff-index", "ls-files", "cat-file", "config", "symbolic-ref", "merge-base"]),
        };
        foreach (string name in (ReadOnlySpan<string>)[
            "true", "false", "echo", "printf", "cat", "cmp", "rm", "ln", "mkdir", "rmdir", "chmod", "basename", "dirname", "readlink", "realpath", "pwd", "expr", "seq",
            "cut", "tr", "sed", "grep", "uniq", "head", "tail", "wc", "tee", "paste", "join", "comm", "fold", "nl", "od", "tac", "rev", "cksum", "md5sum", "sha1sum", "sha256sum",
            "getconf", "uname", "nproc", "whoami", "id", "ld", "ld.bfd", "ld.gold", "ld.lld", "as", "nm", "ranlib", "objdump", "readelf", "size", "strings"])
            programs.TryAdd(name, Plain);
        foreach (string name in (ReadOnlySpan<string>)["rustc", "rustup", "bindgen", "pahole", "bison", "flex"])
            programs.TryAdd(name, VersionTeller);
        foreach (string name in (ReadOnlySpan<string>)["cc", "gcc", "cpp", "cc1", "collect2", "lto-wrapper", "clang"])
            programs.TryAdd(name, Compiler);
        return programs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The row of a program's file; <c>x86_64-linux-gnu-gcc-12</c> is a <c>gcc</c>. Null: it may do anything.</summary>
    public static DeterministicProgram? Find(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        if (Programs.TryGetValue(name, out DeterministicProgram? exact))
            return exact;
        int dash = name.LastIndexOf('-');
        if (dash > 0 && dash + 1 < name.Length && name.AsSpan(dash + 1).IndexOfAnyExcept("0123456789.") < 0)
            name = name[..dash];
        return Programs.GetValueOrDefault(name[(name.LastIndexOf('-') + 1)..]);
    }

    /// <summary>Why these words keep a program from being taken at its word; null: nothing does.</summary>
    public static string? Refusal(DeterministicProgram program, IReadOnlyList<string> words)
    {
        if (program.OnlyTellsVersion && words.Skip(1).Any(word => word is not ("--version" or "-V" or "-v" or "-vV")))
            return string.Join(' ', words);
        string? operand = null;
        for (int i = 1; i < words.Count; i++)
        {
            bool isValue = words[i - 1] is "-C" or "-c";
            operand ??= isValue || (words[i].StartsWith('-') && words[i] != "--version") ? null : words[i];
            if (HasPart(words[i], program.Refused))
                return $"{words[0]} {words[i]}";
        }
        if (program.NeedsOperand && (operand is null || operand.Contains('=', StringComparison.Ordinal)))
            return string.Join(' ', words);
        if (program.Subcommands is { } known && (operand is null || !known.Contains(operand)))
            return $"{words[0]} {operand}";
        return null;
    }

    /// <summary>Whether with these words a program does different things by files' times, though it finds the same in them.</summary>
    public static bool ComparesTimes(DeterministicProgram program, IReadOnlyList<string> words) => program.TimeWords is { } parts && words.Skip(1).Any(word => HasPart(word, parts));

    /// <summary>As <see cref="ComparesTimes(DeterministicProgram, IReadOnlyList{string})"/>, for a script.</summary>
    public static bool ComparesTimes(string script) => HasPart(script, Newer);

    /// <summary>A part of one letter is an option.</summary>
    private static bool HasPart(string word, string[] parts) =>
        Array.Exists(parts, part => (part.Length != 1 || word is ['-', not '-', ..]) && word.Contains(part, StringComparison.Ordinal));
}
