using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Kernel.HostPrograms.Kconfig;

/// <summary>
/// Knows the probes of a kernel's Kconfig files (scripts/Kconfig.include and the scripts it calls): commands that ask compilers and linkers what they can do, and leave nothing behind. Their
/// answers are functions of those programs, of the scripts' texts, and of the environment.
/// </summary>
internal sealed class KconfigProbes(IReadOnlyList<string> environment, IDisk disk)
{
    private const int LongestScript = 1 << 16;

    // What a probe may run besides the tools below: these look at nothing but their arguments and input, or at what the probe itself makes.
    private static readonly HashSet<string> Utilities = new(StringComparer.Ordinal)
    {
        "echo", "printf", "test", "[", "true", "false", ":", "trap", "exit", "cat", "grep", "egrep", "sed", "awk", "cut", "head", "tail", "tr", "sort", "expr", "rm", "mkdir", "mktemp", "set", "env", "sh",
        "command", "{", "}", "!", "if", "then", "else", "elif", "fi",
    };

    private static readonly HashSet<string> Scripts = new(StringComparer.Ordinal)
    {
        "cc-version.sh", "clang-version.sh", "gcc-version.sh", "as-version.sh", "ld-version.sh", "lld-version.sh", "rustc-version.sh", "rustc-llvm-version.sh", "rust_is_available.sh", "cc-can-link.sh",
        "tools-support-relr.sh", "pahole-version.sh", "min-tool-version.sh", "gcc-plugin.sh", "gcc-goto.sh", "gcc-x86_32-has-stack-protector.sh", "gcc-x86_64-has-stack-protector.sh",
        "gcc-check-mprofile-kernel.sh", "check-as.sh",
    };

    private static readonly string[] Tools =
        ["CC", "LD", "AR", "NM", "OBJCOPY", "OBJDUMP", "READELF", "STRIP", "AS", "HOSTCC", "RUSTC", "BINDGEN", "PAHOLE", "PYTHON3", "CONFIG_SHELL"];

    // What changes from one process to the next and no probe looks at.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "_", "OLDPWD", "SHLVL", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKE_TERMOUT", "MAKE_TERMERR", "MAKEOVERRIDES" };

    private readonly Dictionary<string, HashSet<string>?> _scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KconfigTool> _tools = new(StringComparer.Ordinal);
    private string[]? _variables;

    /// <summary>What a command depends on; null where it is none of the probes.</summary>
    /// <param name="directory">The working directory.</param>
    internal DeclaredInputs? Of(string command, string directory)
    {
        FindTools();
        if (command.Contains("sh -c", StringComparison.Ordinal))
            return null;
        foreach ((_, Range range) in ShellCommandWords.Of(command))
        {
            string word = command[range].Trim('"');
            if (!Utilities.Contains(word) && !_tools.ContainsKey(word) && !IsAssignment(word) && ScriptsOf(word, directory) is null)
                return null;
        }
        var files = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in Words(command))
        {
            if (word.EndsWith(".sh", StringComparison.Ordinal))
            {
                if (ScriptsOf(word, directory) is not { } scripts)
                    return null;
                files.UnionWith(scripts);
            }
            else if (word[0] == '/' && word != "/dev/null" && !_tools.ContainsKey(word))
                names.Add(word);
        }
        var programs = new HashSet<string>(StringComparer.Ordinal);
        AddTools(command, files, names, programs, directory);
        _variables ??= [.. environment.Select(static entry => entry[..Math.Max(0, entry.IndexOf('='))]).Where(static name => name.Length > 0 && !Passing.Contains(name))];
        return new DeclaredInputs(programs, files, names, directory, _variables);
    }

    private static string[] Words(string command) =>
        command.Split((char[])[' ', '\t', '\n', '"', '\'', ';', '|', '&', '(', ')', '<', '>', '='], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAssignment(string word) => word.IndexOf('=') > 0;

    /// <summary>The tools that a command or one of its scripts names, be it by a variable.</summary>
    private void AddTools(string command, HashSet<string> files, HashSet<string> names, HashSet<string> programs, string directory)
    {
        var named = new HashSet<string>(Words(command), StringComparer.Ordinal);
        foreach (string script in files)
            named.UnionWith(_texts[script].Split((char[])[' ', '\t', '\n', '"', '\'', ';', '|', '&', '(', ')', '<', '>', '=', '$', '{', '}', ':', ',', '`'], StringSplitOptions.RemoveEmptyEntries));
        named.Add("sh");
        foreach ((string word, KconfigTool tool) in _tools)
        {
            if (named.Contains(word) || (tool.Variable.Length > 0 && named.Contains(tool.Variable)))
                tool.AddTo(programs, files, names, directory);
        }
    }

    private void FindTools()
    {
        if (_tools.Count > 0)
            return;
        foreach (string variable in Tools)
        {
            foreach (string word in (ProcessEnvironment.Value(environment, variable) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word[0] != '-')
                    _tools.TryAdd(word, new KconfigTool(word, variable, environment, disk));
            }
        }
        _tools.TryAdd("sh", new KconfigTool("sh", "", environment, disk));
    }

    private bool IsThere(string variable) => _tools.Values.Any(tool => tool.Variable == variable && tool.Path is not null);

    /// <summary>A known script and those that it names in turn; null for any other word.</summary>
    private HashSet<string>? ScriptsOf(string word, string directory)
    {
        if (_scripts.TryGetValue(word, out HashSet<string>? known))
            return known;
        HashSet<string>? found = [];
        if (!Collect(word.StartsWith('/') ? word : directory + "/" + word, found))
            found = null;
        _scripts[word] = found;
        return found;
    }

    private bool Collect(string path, HashSet<string> found)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        // With both of Rust's tools that script looks into its library and libclang, which nobody has listed.
        bool looksFurther = name == "rust_is_available.sh" && IsThere("RUSTC") && IsThere("BINDGEN");
        if (!Scripts.Contains(name) || looksFurther || disk.Stat(path, out FileStatus status) != 0 || status.Size > LongestScript || disk.Read(path, out string text) != 0)
            return false;
        _texts[path] = text;
        if (!found.Add(path))
            return true;
        foreach (string other in Scripts)
        {
            string beside = path[..(path.LastIndexOf('/') + 1)] + other;
            if (text.Contains(other, StringComparison.Ordinal) && beside != path && disk.Stat(beside, out _) == 0 && !Collect(beside, found))
                return false;
        }
        return true;
    }
}
