using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>
/// Reads depmod.d (kmod, man 5 depmod.d). Files are taken in the order of their names, whatever their directories; of two with one name the first directory's counts.
/// </summary>
internal sealed class DepmodConfigurationReader(IDisk disk, string release, IndexMessages messages)
{
    private readonly List<string> searches = [], overrides = [], externals = [], excludes = [];
    private readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    /// <param name="paths">Files and directories; those that are missing are nothing.</param>
    internal DepmodConfiguration Read(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
            Collect(path);
        foreach (string file in files.Values)
            ReadFile(file);
        if (searches.Count == 0)
            searches.AddRange(DepmodConfiguration.DefaultSearches);
        foreach (List<string> list in new[] { searches, overrides, externals, excludes })
            list.Reverse();
        return new DepmodConfiguration(searches, overrides, externals, excludes);
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
            messages.Say(MessageLevel.Error, $"files list {path}: {Errno.Message(errno)}");
        foreach (string name in names)
        {
            if (name[0] == '.')
                continue;
            if (name.Length < 6 || !name.EndsWith(".conf", StringComparison.Ordinal))
                messages.Say(MessageLevel.Information, $"All cfg files need .conf: {path}/{name}");
            else if (disk.Stat($"{path}/{name}", out status) == 0 && status.IsDirectory)
                messages.Say(MessageLevel.Error, $"Directories inside directories are not supported: {path}/{name}");
            else
                files.TryAdd(name, $"{path}/{name}");
        }
    }

    private void ReadFile(string file)
    {
        int errno = disk.Read(file, out string content);
        if (errno != 0)
        {
            messages.Say(MessageLevel.Error, $"file parse {file}: {Errno.Message(errno)}");
            return;
        }
        foreach ((string line, int number) in WrappedLines.Of(content))
        {
            string[] words = line.StartsWith('#') ? [] : line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
                Take(words, $"{file}:{number}");
        }
    }

    private void Take(string[] words, string place)
    {
        switch (words)
        {
            case ["search", ..]:
                searches.AddRange(words[1..]);
                break;
            case ["exclude", ..]:
                excludes.AddRange(words[1..]);
                break;
            case ["override", var module, var kernel, var directory, ..]:
                if (KernelPattern.Matches(kernel, release))
                    overrides.Add($"{directory}/{module}");
                else
                    messages.Say(MessageLevel.Information, $"{place}: override kernel did not match {kernel}");
                break;
            case ["external", var kernel, var directory, ..]:
                if (KernelPattern.Matches(kernel, release))
                    externals.Add(directory);
                else
                    messages.Say(MessageLevel.Information, $"{place}: external directory did not match {kernel}");
                break;
            case ["include" or "make_map_files", ..]:
                messages.Say(MessageLevel.Information, $"{place}: command {words[0]} not implemented yet");
                break;
            default:
                messages.Say(MessageLevel.Error, $"{place}: ignoring bad line starting with '{words[0]}'");
                break;
        }
    }
}
