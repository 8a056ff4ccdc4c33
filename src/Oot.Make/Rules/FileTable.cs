using Oot.Core;
using Oot.Make.Evaluation;

namespace Oot.Make.Rules;

/// <summary>All file names that a run knows, in the order in which they became known.</summary>
internal sealed class FileTable(Messages messages)
{
    private readonly Dictionary<string, FileNode> _files = new(StringComparer.Ordinal);
    private FileNode? _last;

    /// <summary>The text of a name that has a record.</summary>
    public string? KnownName(ReadOnlySpan<char> name) => _files.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? known, out _) ? known : null;

    /// <summary>The first record of every name, in no useful order.</summary>
    public IEnumerable<FileNode> All => _files.Values;

    /// <summary>The files that satisfy a condition, in the order in which make's own table would list them.</summary>
    public IEnumerable<FileNode> InHashOrder(Func<FileNode, bool> condition) =>
        _files.Values.Any(condition) ? Layout().Items.Where(condition) : [];

    /// <summary>Where the files would lie in make's own table.</summary>
    public HashLayout<FileNode> Layout() => new(_files.Values, file => HashOrder.OfText(file.FoundName), HashOrder.FileTableSize);

    /// <summary>The record of a name (leading <c>./</c> do not count), or null.</summary>
    public FileNode? Find(string name) => _files.GetValueOrDefault(StripCurrentDirectory(name));

    /// <summary>The record of a name as it stands, made if there is none. For a double-colon target a further record.</summary>
    public FileNode Enter(string name)
    {
        if (Guess(name) is not { } file && !_files.TryGetValue(name, out file))
        {
            file = new FileNode(name);
            file.LastDoubleColon = file;
            _files.Add(name, file);
            return Follows(file);
        }
        Follows(file);
        if (file.DoubleColon is null)
        {
            file.IsBuiltin = false;
            return file;
        }
        var next = new FileNode(name) { DoubleColon = file };
        file.LastDoubleColon!.NextDoubleColon = next;
        file.LastDoubleColon = next;
        return next;
    }

    /// <summary>The record of a name, made if there is none; a double-colon target's first.</summary>
    public FileNode FindOrEnter(string name) => Guess(name) is { } file ? Follows(file) : Find(name) is { } known ? Follows(known) : Enter(name);

    // Dependency files name the same headers one after the other, each by one text, so that no name need be looked up that follows the same one as before.
    private FileNode? Guess(string name) => _last?.Follower is { RenamedTo: null } guess && ReferenceEquals(guess.FoundName, name) ? guess : null;

    private FileNode Follows(FileNode file)
    {
        if (_last is { } last)
            last.Follower = file;
        return _last = file;
    }

    /// <summary>A name without leading <c>./</c>.</summary>
    public static string StripCurrentDirectory(string name)
    {
        int at = 0;
        while (name.Length - at > 2 && name[at] == '.' && name[at + 1] == '/')
        {
            at += 2;
            while (at < name.Length && name[at] == '/')
                at++;
        }
        return at == 0 ? name : at == name.Length ? "./" : name[at..];
    }

    /// <summary>Files <paramref name="from"/> under another name, merging it into what is already there.</summary>
    public void Rehash(FileNode from, string name)
    {
        from.IsBuiltin = false;
        if (from.FoundName == name)
            return;
        from = from.Resolve();
        _files.Remove(from.FoundName);
        from.FoundName = name;
        if (from.DoubleColon is not null)
            foreach (FileNode file in from.DoubleColon.Chain())
                file.FoundName = name;
        if (!_files.TryGetValue(name, out FileNode? to))
        {
            _files.Add(name, from);
            return;
        }
        MergeRecipes(from, to, name);
        to.Dependencies.AddRange(from.Dependencies);
        MergeVariables(from, to);
        if (to.DoubleColon is not null && from.IsTarget && from.DoubleColon is null)
            throw messages.Fatal($"can't rename single-colon '{from.Name}' to double-colon '{name}'");
        if (to.DoubleColon is null && from.DoubleColon is not null)
        {
            if (to.IsTarget)
                throw messages.Fatal($"can't rename double-colon '{from.Name}' to single-colon '{name}'");
            to.DoubleColon = from.DoubleColon;
        }
        // So that -W holds for a file that a search path finds.
        to.ModifiedTime = Math.Max(to.ModifiedTime, from.ModifiedTime);
        to.TimeBeforeUpdate = from.TimeBeforeUpdate;
        to.IsPrecious |= from.IsPrecious;
        to.TriedImplicit |= from.TriedImplicit;
        to.IsUpdating |= from.IsUpdating;
        to.IsUpdated |= from.IsUpdated;
        to.IsTarget |= from.IsTarget;
        to.IsGoal |= from.IsGoal;
        to.IsPhony |= from.IsPhony;
        to.IsExplicit |= from.IsExplicit;
        to.IsSecondary |= from.IsSecondary;
        to.IsNotIntermediate |= from.IsNotIntermediate;
        to.IgnoresSearchPath |= from.IgnoresSearchPath;
        to.IsExpanded |= from.IsExpanded;
        to.IsBuiltin = false;
        from.RenamedTo = to;
    }

    /// <summary>As <see cref="Rehash"/>, and recipes see the new name at once.</summary>
    public void Rename(FileNode from, string name)
    {
        Rehash(from, name);
        foreach (FileNode file in from.Chain())
            file.Name = file.FoundName;
    }

    private void MergeRecipes(FileNode from, FileNode to, string name)
    {
        if (from.Recipe is null || from.Recipe == to.Recipe)
            return;
        if (to.Recipe is null)
        {
            to.Recipe = from.Recipe;
            return;
        }
        SourceLocation place = from.Recipe.Cursor.Location;
        messages.Error(place, to.Recipe.Location.IsKnown
            ? $"Recipe was specified for file '{from.Name}' at {from.Recipe.Location},"
            : $"Recipe for file '{from.Name}' was found by implicit rule search,");
        messages.Error(place, $"but '{from.Name}' is now considered the same file as '{name}'.");
        messages.Error(place, $"Recipe for '{from.Name}' will be ignored in favor of the one for '{name}'.");
    }

    private static void MergeVariables(FileNode from, FileNode to)
    {
        if (from.Variables is null || ReferenceEquals(from.Variables, to.Variables))
            return;
        if (to.Variables is null)
        {
            to.Variables = from.Variables;
            return;
        }
        foreach ((string name, Variable variable) in from.Variables.Set)
            to.Variables.Set.TryAdd(name, variable);
    }
}
