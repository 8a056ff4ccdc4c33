using Oot.Core;
using Oot.Deploy.Indexing;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Resolving;

/// <summary>
/// Reads modprobe.d (man 5 modprobe.d; kmod, libkmod/libkmod-config.c): files by their names whatever their directories, of two with one name the first directory's; among them, by their
/// names too, the soft dependencies that depmod found in the modules.
/// </summary>
public sealed class ModprobeConfigurationReader(IDisk disk, KmodLevel level, Action<string> complain)
{
    private readonly ModprobeConfiguration result = new();
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    /// <summary>Where a kmod looks, the first directory before the others.</summary>
    public static IReadOnlyList<string> Directories(KmodLevel level) => level.Number >= 33
        ? ["/etc/modprobe.d", "/run/modprobe.d", "/usr/local/lib/modprobe.d", "/usr/lib/modprobe.d", "/lib/modprobe.d"]
        : ["/etc/modprobe.d", "/run/modprobe.d", "/usr/local/lib/modprobe.d", "/lib/modprobe.d"];

    /// <summary>Reads everything.</summary>
    /// <param name="directory">The kernel's directory.</param>
    /// <param name="paths">Files and directories.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    public ModprobeConfiguration Read(string directory, IReadOnlyList<string> paths, string commandLine)
    {
        files["modules.softdep"] = directory + "/modules.softdep";
        if (level.HasWeakDependencies)
            files["modules.weakdep"] = directory + "/modules.weakdep";
        foreach (string path in paths)
            Collect(path);
        foreach (string file in files.Values)
        {
            if (disk.Read(file, out string content) == 0)
                Read(file, content);
        }
        KernelCommandLine.Read(commandLine, result);
        return result;
    }

    private void Collect(string path)
    {
        if (disk.Stat(path, out FileStatus status) != 0)
            return;
        if (!status.IsDirectory)
        {
            files.TryAdd(path[(path.LastIndexOf('/') + 1)..], path);
            return;
        }
        int errno = disk.List(path, out IReadOnlyList<string> names);
        if (errno != 0)
            complain($"opendir({path}): {Errno.Message(errno)}");
        foreach (string name in names)
        {
            if (name[0] == '.' || name.Length < 6 || !name.EndsWith(".conf", StringComparison.Ordinal))
                continue;
            if (disk.Stat($"{path}/{name}", out status) != 0)
                complain($"Cannot stat directory entry: {path}/{name}");
            else if (status.IsDirectory)
                complain($"Directories inside directories are not supported: {path}/{name}");
            else
                files.TryAdd(name, $"{path}/{name}");
        }
    }

    private void Read(string file, string content)
    {
        foreach ((string line, int number) in WrappedLines.Of(content))
        {
            string rest = line.StartsWith('#') ? "" : line;
            string command = Word(ref rest);
            if (command.Length == 0)
                continue;
            if (command is "include" or "config")
                complain($"{file}: command {command} is deprecated and not parsed anymore");
            else if (!Take(command, rest))
                complain($"{file} line {number}: ignoring bad line starting with '{command}'");
        }
    }

    private bool Take(string command, string rest)
    {
        if (ModuleIndexes.Normalize(Word(ref rest)) is not { Length: > 0 } module)
            return false;
        switch (command)
        {
            case "alias":
                if (ModuleIndexes.Normalize(Word(ref rest)) is not { Length: > 0 } name)
                    return false;
                result.Aliases.Add((module, name));
                return true;
            case "blacklist":
                result.Blacklist.Add(module);
                return true;
            case "options" when rest.Length > 0:
                result.Options.Add((module, rest));
                return true;
            case "install" when rest.Length > 0:
                result.Installs.Add((module, rest));
                return true;
            case "remove" when rest.Length > 0:
                result.Removals.Add((module, rest));
                return true;
            case "softdep" when rest.Length > 0:
                AddSoftDependency(module, rest);
                return true;
            default:
                return command == "weakdep" && rest.Length > 0 && level.HasWeakDependencies;
        }
    }

    // Words before `pre:` or `post:` belong to neither.
    private void AddSoftDependency(string module, string text)
    {
        List<string> before = [], after = [], none = [], current = none;
        foreach (string word in text.Split([' ', '\t', '\v', '\f', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "pre:" or "post:")
                current = word == "pre:" ? before : after;
            else
                current.Add(word);
        }
        result.SoftDependencies.Add((module, [.. before], [.. after]));
    }

    // The next word; what follows the one blank behind it is the rest.
    private static string Word(ref string text)
    {
        int start = 0;
        while (start < text.Length && text[start] is ' ' or '\t')
            start++;
        int end = start;
        while (end < text.Length && text[end] is not (' ' or '\t'))
            end++;
        string word = text[start..end];
        text = end < text.Length ? text[(end + 1)..] : "";
        return word;
    }
}
