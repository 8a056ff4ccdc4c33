using System.Globalization;
using Oot.Core;

namespace Oot.Make.Caching.Objects;

/// <summary>
/// A call that makes its files under names of its own, where nobody else writes, and speaks where nobody hears it. If it succeeds in silence its files are put where they belong; else it has never been, and
/// the call that make meant is started, with its own descriptors.
/// </summary>
internal sealed class ObjectLesson
{
    private readonly IDisk _disk;
    private readonly string _path;
    private readonly Func<MadeObject?, bool> _learn;

    private ObjectLesson(IDisk disk, string path, int said, CompileCall call, Func<MadeObject?, bool> learn)
    {
        (_disk, _path, Said, _learn) = (disk, path, said, learn);
        Words = call.WordsFor(Object, List);
    }

    private string Object => _path + ".o";

    private string List => _path + ".d";

    /// <summary>The words to start.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The descriptor for its output and its errors.</summary>
    public int Said { get; }

    /// <summary>A lesson for a key; null when there is no place for it.</summary>
    /// <param name="learn">Gets what was made in silence, or null; gives whether it is where it belongs.</param>
    public static ObjectLesson? Begin(CacheDirectory cache, IDisk disk, string key, CompileCall call, Func<MadeObject?, bool> learn)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"{cache.PathOf(CacheDirectory.Objects, key)}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        int said = path.Contains(',') || !cache.HasPlaceFor(CacheDirectory.Objects) ? -1 : NativeFiles.OpenMemory();
        return said < 0 ? null : new ObjectLesson(disk, path, said, call, learn);
    }

    /// <summary>The call has ended: whether all is as it would have left it.</summary>
    public bool End(bool succeeded)
    {
        bool isSilent = NativeFiles.Contents(Said).Length == 0;
        MadeObject? made = succeeded && isSilent && _disk.Read(Object, out string code) == 0 && _disk.Read(List, out string list) == 0 && code.Length > 0 && !ObjectInputs.HasDevice(list)
            ? new MadeObject(list, code)
            : null;
        Drop();
        return _learn(made);
    }

    /// <summary>It was interrupted, or never started: there is nothing to learn.</summary>
    public void Drop()
    {
        NativeFiles.Close(Said);
        _ = _disk.Remove(Object);
        _ = _disk.Remove(List);
    }
}
