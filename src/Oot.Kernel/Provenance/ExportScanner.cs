using System.Collections.Concurrent;
using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>
/// Finds every export of a tree's sources. The headers come first, because their macros are called in sources; then all sources. Most files are only searched for one word; those that have it
/// are read (<see cref="SourceReader"/>).
/// </summary>
/// <param name="disk">Where the tree is.</param>
/// <param name="root">The tree, ending in <c>/</c>.</param>
/// <param name="free">The options.</param>
internal sealed class ExportScanner(IDisk disk, string root, FreeVariables free) : ISourceIncludes
{
    /// <summary>Larger headers are tables of registers that programs wrote: hundreds of megabytes in some trees.</summary>
    private const long LargestHeader = 1 << 18;

    private readonly ConcurrentDictionary<string, SourceExports> found = new(StringComparer.Ordinal);
    private HashSet<string> headers = new(StringComparer.Ordinal);
    private HashSet<string> exportingHeaders = [], exportingNames = [];

    /// <summary>Scans all files; what they export by path, files without anything left out.</summary>
    public IReadOnlyDictionary<string, SourceExports> Scan(SourceFiles files)
    {
        headers = new HashSet<string>(files.Headers, StringComparer.Ordinal);
        ParallelWork.Run(files.Headers.Count, () => new byte[1 << 18], (i, buffer) => ScanHeader(files.Headers[i], buffer));
        ExportMacro[] exporting = [.. found.Values.SelectMany(exports => exports.Macros)];
        var objects = new MachineObjects(ScanMachineHeaders(files.Headers), exporting);
        var macros = new ExportMacros(exporting.SelectMany(objects.MeaningsOf));
        byte[][] names = [.. macros.OtherNames.Select(ByteText.ToBytes)];
        exportingHeaders = [.. found.Where(pair => pair.Value.Sites.Count > 0).Select(pair => pair.Key)];
        exportingNames = [.. exportingHeaders.Select(KbuildPaths.NameOf)];
        ParallelWork.Run(files.Sources.Count, () => new FileBuffer(), (i, buffer) => ScanSource(files.Sources[i], buffer, macros, names));
        return found;
    }

    private void ScanHeader(string path, byte[] buffer)
    {
        if (ReadHeader(path, buffer, "EXPORT_"u8) is { } exports && exports.Sites.Count + exports.Macros.Count > 0)
            found[path] = exports;
    }

    /// <summary>What a header says; null where it cannot be read, or does not have a word.</summary>
    private SourceExports? ReadHeader(string path, byte[] buffer, ReadOnlySpan<byte> word)
    {
        if (disk.Stat(root + path, out FileStatus status) != 0 || status.Size > LargestHeader || disk.Read(root + path, ref buffer, out int length) != 0)
            return null;
        Span<byte> text = buffer.AsSpan(0, length);
        return text.IndexOf(word) < 0 ? null : SourceReader.Read(path, text, free, ExportMacros.None, [], ISourceIncludes.None);
    }

    /// <summary>What each architecture's headers define that headers with exporting macros include.</summary>
    private List<ObjectMacro> ScanMachineHeaders(IReadOnlyList<string> all)
    {
        HashSet<string> named = [.. found.Where(pair => pair.Value.Macros.Count > 0).SelectMany(pair => pair.Value.Headers).Where(name => name.StartsWith("asm/", StringComparison.Ordinal))];
        var objects = new List<ObjectMacro>();
        byte[] buffer = new byte[1 << 18];
        foreach (string path in all)
        {
            // arch/NAME/include/asm/…
            if (path.Split('/', 4) is not ["arch", var machine, "include", var name] || !named.Contains(name) || ReadHeader(path, buffer, "#"u8) is not { } header
                || free.Find(ConfigurationVariables.Architecture) is not { } architecture)
                continue;
            Condition here = Condition.Of(architecture, architecture.MaskOf(value => value == machine));
            objects.AddRange(header.Objects.Select(macro => macro with { When = macro.When.And(here) }));
        }
        return objects;
    }

    private void ScanSource(string path, FileBuffer file, ExportMacros macros, byte[][] names)
    {
        if (disk.Read(root + path, ref file.Bytes, out int length) != 0)
            return;
        Span<byte> text = file.Bytes.AsSpan(0, length);
        List<byte[]> present = [];
        foreach (byte[] name in names)
            if (text.IndexOf(name) >= 0)
                present.Add(name);
        if (present.Count == 0 && text.IndexOf("EXPORT_"u8) < 0 && !IncludesExports(text))
            return;
        SourceExports exports = SourceReader.Read(path, text, free, macros, present, this);
        if (exports.Sites.Count + exports.Includes.Count + exports.Unresolved.Count > 0)
            found[path] = exports;
    }

    /// <summary>Whether a source includes another one, or a header that exports.</summary>
    private bool IncludesExports(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (text[at..].IndexOf("include"u8) is >= 0 and var next)
        {
            at += next + 7;
            ReadOnlySpan<byte> before = text[..(at - 7)].TrimEnd(" \t"u8);
            ReadOnlySpan<byte> rest = text[at..Math.Min(text.Length, at + 200)].TrimStart(" \t"u8);
            if (before.Length == 0 || before[^1] != '#' || rest.Length == 0 || rest[0] is not ((byte)'"' or (byte)'<'))
                continue;
            int end = rest[1..].IndexOf(rest[0] == '"' ? (byte)'"' : (byte)'>');
            ReadOnlySpan<byte> name = end < 0 ? [] : rest.Slice(1, end);
            if (name.EndsWith(".c"u8) || (name.Length > 0 && exportingNames.Contains(ByteText.FromBytes(name[(name.LastIndexOf((byte)'/') + 1)..]))))
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public string? Resolve(string path, string name)
    {
        string bare = name[1..^1];
        if (bare.EndsWith(".c", StringComparison.Ordinal))
            return KbuildPaths.Join(KbuildPaths.DirectoryOf(path), bare);
        if (!exportingNames.Contains(KbuildPaths.NameOf(bare)))
            return null;
        foreach (string place in Places(path))
            if (KbuildPaths.Join(place, bare) is { } file && exportingHeaders.Contains(file))
                return file;
        return null;
    }

    /// <inheritdoc/>
    public byte[]? ReadHeader(string path, string name)
    {
        foreach (string place in Places(path))
            if (KbuildPaths.Join(place, name[1..^1]) is { } file && headers.Contains(file))
                return Read(file);
        return null;
    }

    /// <inheritdoc/>
    public byte[]? Read(string file)
    {
        byte[] bytes = [];
        return disk.Read(root + file, ref bytes, out int length) == 0 ? bytes[..length] : null;
    }

    private static string[] Places(string path) =>
        path.StartsWith("arch/", StringComparison.Ordinal) && path.Split('/') is [_, var architecture, ..]
            ? [KbuildPaths.DirectoryOf(path), "include", $"arch/{architecture}/include"]
            : [KbuildPaths.DirectoryOf(path), "include"];

    /// <summary>A worker's room for a file.</summary>
    private sealed class FileBuffer
    {
        public byte[] Bytes = new byte[1 << 20];
    }
}
