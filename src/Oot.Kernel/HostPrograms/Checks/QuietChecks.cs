using System.Buffers;
using Oot.Core;
using Oot.Make.Caching;

namespace Oot.Kernel.HostPrograms.Checks;

/// <summary>
/// Commands by which kbuild looks whether something is so, for every object or in every build, and that say nothing when all is well: two or three processes each, of which the answer is one look at a
/// file. Answered is only what is certain and silent; an error, a conflict or an unusual file is left to the commands, with their own words.
/// </summary>
/// <param name="disk">The file system; relative names count from the working directory, as make's commands do.</param>
internal sealed class QuietChecks(IDisk disk)
{
    /// <summary>Bytes: what is larger is left to the commands.</summary>
    private const int LargestObject = 64 << 20, LargestList = 4 << 20;

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private byte[] buffer = [];

    /// <summary>The exit code of commands joined by pipes; null: they have to run.</summary>
    public int? ExitOf(IReadOnlyList<IReadOnlyList<string>> pipeline, IReadOnlyList<string> environment) => pipeline switch
    {
        // Whether an object exports anything: 5.19 and later, and before.
        [[var nm, var file], ["grep", "-q", var text]] when IsName(text, mayHaveBlank: true) && IsTool(nm, "nm", environment) && IsTool("grep", "grep", environment) =>
            Found(ReadObject(file, out ObjectNames names) ? names.ShowsSymbol(text) : null),
        [[var objdump, "-h", var file], ["grep", "-q", var text]]
            when IsName(text, mayHaveBlank: false) && !file.Contains(text, StringComparison.Ordinal) && IsTool(objdump, "objdump", environment) && IsTool("grep", "grep", environment) =>
            Found(ReadObject(file, out ObjectNames names) ? names.ShowsSection(text) : null),
        [[var script, var file]] when IsScript(script, "check-local-export") => ExportsOnlyGlobals(script, file, environment) ? 0 : null,
        [[var shell, var script, var list]] when ShellCommandState.IsShell(shell) && IsScript(script, "modules-check.sh") => HasEachNameOnce(script, list) ? 0 : null,
        _ => null,
    };

    private static int? Found(bool? isThere) => isThere switch { true => 0, false => 1, null => null };

    /// <summary>Whether a text is no pattern, and nothing that these programs write on their own account.</summary>
    private static bool IsName(string text, bool mayHaveBlank) =>
        text.Contains("__", StringComparison.Ordinal) && !text.AsSpan(mayHaveBlank && text[0] == ' ' ? 1 : 0).ContainsAnyExcept(WordCharacters);

    private static bool IsScript(string path, string name) => path.EndsWith(name, StringComparison.Ordinal) && path.Length > name.Length && path[^(name.Length + 1)] == '/';

    /// <summary>Whether a word calls a tool of the GNU or LLVM collections, for whatever machine. A wrapper may do anything.</summary>
    private bool IsTool(string word, string name, IReadOnlyList<string> environment)
    {
        string file = word[(word.LastIndexOf('/') + 1)..];
        Span<byte> start = stackalloc byte[4];
        return file.EndsWith(name, StringComparison.Ordinal) && (file.Length == name.Length || file[^(name.Length + 1)] == '-')
            && ProcessEnvironment.FindProgram(disk, environment, word) is { } path && disk.ReadStart(path, start, out int length) == 0 && length == start.Length && start.SequenceEqual("\u007fELF"u8);
    }

    private bool ReadObject(string path, out ObjectNames names)
    {
        names = default;
        return disk.Stat(path, out FileStatus status) == 0 && status is { IsRegular: true, Size: <= LargestObject } && disk.Read(path, ref buffer, out int length) == 0 && ObjectNames.Read(buffer, length, out names);
    }

    private bool IsContent(string script, params ReadOnlySpan<ulong> known) =>
        disk.Stat(script, out FileStatus status) == 0 && status is { IsRegular: true, IsExecutable: true, Size: <= ushort.MaxValue } && disk.Read(script, out string text) == 0 && known.Contains(TextHash.Of(text));

    private bool ExportsOnlyGlobals(string script, string file, IReadOnlyList<string> environment) =>
        IsContent(script, KernelScripts.CheckLocalExport)
        && ProcessEnvironment.Value(environment, "NM") is { } nm && IsTool(nm, "nm", environment)
        && ProcessEnvironment.Value(environment, "AWK") is { } awk && (IsTool(awk, "awk", environment) || IsTool(awk, "gawk", environment) || IsTool(awk, "mawk", environment))
        && ReadObject(file, out ObjectNames names) && names.HasOnlyGlobalsAfter("__ksymtab_"u8);

    private bool HasEachNameOnce(string script, string list)
    {
        if (!IsContent(script, KernelScripts.EarlyModulesCheck, KernelScripts.ModulesCheck, KernelScripts.LateModulesCheck)
            // One of the versions does not quote it.
            || list.StartsWith('-') || list.AsSpan().ContainsAny(" \t\n*?[\\")
            || disk.Stat(list, out FileStatus status) != 0 || status is not { IsRegular: true, Size: <= LargestList } || disk.Read(list, out string text) != 0)
            return false;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> name = text.AsSpan(range)[(text.AsSpan(range).LastIndexOf('/') + 1)..];
            // In some languages other letters count as the same.
            if (name.ContainsAnyExceptInRange('!', '~') || (!name.IsEmpty && !names.Add(name.ToString())))
                return false;
        }
        return true;
    }
}
