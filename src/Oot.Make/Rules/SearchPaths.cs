using Oot.Core;
using Oot.Make.Evaluation;
using Oot.Make.Syntax;

namespace Oot.Make.Rules;

/// <summary>Where files are looked for that are not in the working directory: <c>vpath</c>, <c>VPATH</c>, <c>GPATH</c>.</summary>
internal sealed class SearchPaths(IDisk disk, FileTable files)
{
    private readonly List<SearchPath> _selective = [];
    private SearchPath? _general;
    private string[] _permanent = [];
    private bool _isComplete;

    /// <summary>The <c>vpath</c> lines in the order in which they are searched; until all makefiles are read, the last comes first.</summary>
    public IEnumerable<SearchPath> Selective => _isComplete ? _selective : Enumerable.Reverse(_selective);

    /// <summary>What <c>VPATH</c> says, or null.</summary>
    public SearchPath? General => _general;

    /// <summary><c>vpath PATTERN DIRECTORIES</c>; without directories the pattern's earlier ones are forgotten, without a pattern all.</summary>
    public void Add(string? pattern, string? directories)
    {
        int percent = -1;
        if (pattern is not null)
            percent = Quoting.FindPercent(ref pattern);
        if (directories is null)
        {
            _selective.RemoveAll(path => pattern is null || (path.Pattern == pattern && path.Percent == percent));
            return;
        }
        if (Split(directories) is { Length: > 0 } found)
            _selective.Add(new SearchPath(pattern!, percent, found));
    }

    /// <summary>Takes up the variables <c>VPATH</c> and <c>GPATH</c> when all makefiles are read.</summary>
    public void Complete(Expander expander)
    {
        _isComplete = true;
        if (expander.Expand("$(strip $(VPATH))") is { Length: > 0 } general && Split(general) is { Length: > 0 } directories)
            _general = new SearchPath("%", 0, directories);
        if (expander.Expand("$(strip $(GPATH))") is { Length: > 0 } permanent)
            _permanent = Split(permanent);
    }

    private static string[] Split(string directories)
    {
        var result = new List<string>();
        foreach (string part in directories.Split([':', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            // One trailing slash is dropped; the working directory is searched anyway.
            string directory = part.Length > 1 && part[^1] == '/' ? part[..^1] : part;
            if (directory != ".")
                result.Add(directory);
        }
        return [.. result];
    }

    /// <summary>Whether a directory found by searching stays in the name for good.</summary>
    public bool IsPermanent(ReadOnlySpan<char> directory)
    {
        foreach (string path in _permanent)
            if (directory.SequenceEqual(path))
                return true;
        return false;
    }

    /// <summary>Where a file is found, or null.</summary>
    /// <param name="time">Its time, or <see cref="Timestamp.Unknown"/> where the disk was not asked.</param>
    /// <param name="pathIndex">Which path it was found by, counted from 0.</param>
    /// <param name="directoryIndex">Which of its directories.</param>
    public string? Find(string file, out long time, out int pathIndex, out int directoryIndex)
    {
        time = Timestamp.Unknown;
        pathIndex = 0;
        directoryIndex = 0;
        if (file.StartsWith('/') || (_selective.Count == 0 && _general is null))
            return null;
        foreach (SearchPath path in _selective)
        {
            if (PatternText.Matches(path.Pattern, path.Percent, file) && Find(path, file, out time, out directoryIndex) is { } found)
                return found;
            pathIndex++;
        }
        return _general is null ? null : Find(_general, file, out time, out directoryIndex);
    }

    private string? Find(SearchPath path, string file, out long time, out int index)
    {
        time = Timestamp.Unknown;
        index = 0;
        // A file that no rule makes may be mentioned in a makefile without existing.
        bool isTarget = files.Find(file) is { IsTarget: true };
        int slash = file.LastIndexOf('/');
        string directoryPart = slash > 0 ? file[..slash] : "";
        string last = slash >= 0 ? file[(slash + 1)..] : file;
        for (; index < path.Directories.Length; index++)
        {
            string name = path.Directories[index];
            if (directoryPart.Length > 0)
                name += "/" + directoryPart;
            if (!name.EndsWith('/'))
                name += "/";
            name += last;
            FileNode? known = files.Find(name);
            if (known is not null && (!isTarget || known.IsTarget))
            {
                if (known.ModifiedTime is Timestamp.Old or Timestamp.New)
                    time = known.ModifiedTime;
                return name;
            }
            if (disk.Stat(name, out FileStatus status) == 0)
            {
                time = Timestamp.FromNs(status.ModifiedNs);
                return name;
            }
        }
        return null;
    }
}
