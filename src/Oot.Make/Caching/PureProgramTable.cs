using System.Collections.Frozen;

namespace Oot.Make.Caching;

/// <summary>
/// The programs that a probe may consist of (docs/design/caches.md). Nothing that is neither in here nor known to <see cref="IKnownCommands"/>,
/// and no option that is not in here, is taken for pure.
/// </summary>
internal static class PureProgramTable
{
    /// <summary>By name, without directory, target prefix and version suffix.</summary>
    public static readonly FrozenDictionary<string, PureProgram> Programs = new Dictionary<string, PureProgram>(StringComparer.Ordinal)
    {
        ["basename"] = new(PureProgramKind.Words),
        ["dirname"] = new(PureProgramKind.Words),
        ["pwd"] = new(PureProgramKind.Words),
        ["expr"] = new(PureProgramKind.Words),
        ["seq"] = new(PureProgramKind.Words),
        ["echo"] = new(PureProgramKind.Words),
        ["printf"] = new(PureProgramKind.Words),
        ["true"] = new(PureProgramKind.Words),
        ["false"] = new(PureProgramKind.Words),
        ["cat"] = new(PureProgramKind.Filter),
        ["head"] = new(PureProgramKind.Filter, "nc", "q"),
        ["tail"] = new(PureProgramKind.Filter, "nc", "q"),
        ["cut"] = new(PureProgramKind.Filter, "dfbc", "s"),
        ["tr"] = new(PureProgramKind.Filter, "", "dcCs", 2),
        ["sort"] = new(PureProgramKind.Filter, "kt", "nrufbVdi"),
        ["uniq"] = new(PureProgramKind.Filter, "fsw", "cdui"),
        ["wc"] = new(PureProgramKind.Filter, "", "clwmL"),
        ["grep"] = new(PureProgramKind.Filter, "emABC", "qsciovwxnEFhH", 1),
        ["sed"] = new(PureProgramKind.Filter, "e", "nEr", 1),
        ["ld"] = new(PureProgramKind.Linker),
        ["as"] = new(PureProgramKind.Version),
        ["nm"] = new(PureProgramKind.Version),
        ["ar"] = new(PureProgramKind.Version),
        ["objcopy"] = new(PureProgramKind.Version),
        ["objdump"] = new(PureProgramKind.Version),
        ["readelf"] = new(PureProgramKind.Version),
        ["strip"] = new(PureProgramKind.Version),
        ["make"] = new(PureProgramKind.Version),
        ["gcc"] = new(PureProgramKind.Compiler),
        ["cc"] = new(PureProgramKind.Compiler),
        ["uname"] = new(PureProgramKind.KernelName),
        ["getconf"] = new(PureProgramKind.Constants),
        ["dpkg"] = new(PureProgramKind.PackageArchitecture),
        ["mkdir"] = new(PureProgramKind.TemporaryDirectory),
        ["rm"] = new(PureProgramKind.TemporaryDirectory),
        ["sh"] = new(PureProgramKind.Shell),
        ["dash"] = new(PureProgramKind.Shell),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A program that may only be asked for its version.</summary>
    public static readonly PureProgram VersionTeller = new(PureProgramKind.Version);

    private static readonly FrozenSet<string> Builtins = new[]
    {
        ":", ".", "[", "alias", "bg", "break", "cd", "chdir", "command", "continue", "echo", "eval", "exec", "exit", "export", "false", "fc", "fg", "getopts", "hash", "jobs",
        "kill", "local", "printf", "pwd", "read", "readonly", "return", "set", "shift", "test", "times", "trap", "true", "type", "ulimit", "umask", "unalias", "unset", "wait",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A name that the shell runs itself.</summary>
    public static bool IsBuiltin(string name) => Builtins.Contains(name);

    /// <summary>The row for a program's file name; <c>x86_64-linux-gnu-gcc-12</c> is a <c>gcc</c>.</summary>
    public static PureProgram? Find(string name)
    {
        if (Programs.TryGetValue(name, out PureProgram? exact))
            return exact;
        int dash = name.LastIndexOf('-');
        if (dash > 0 && dash + 1 < name.Length && name.AsSpan(dash + 1).IndexOfAnyExcept("0123456789.") < 0)
        {
            name = name[..dash];
            dash = name.LastIndexOf('-');
        }
        string last = name[(dash + 1)..];
        return Programs.TryGetValue(last, out PureProgram? row) && row.Kind is PureProgramKind.Compiler or PureProgramKind.Linker or PureProgramKind.Version ? row : null;
    }
}
