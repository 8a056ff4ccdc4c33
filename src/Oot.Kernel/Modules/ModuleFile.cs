using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>A finished <c>.ko</c> as its <c>.modinfo</c> and <c>.comment</c> describe it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Machine">Its architecture.</param>
/// <param name="Information"><c>key=value</c> in the order of the file; keys may repeat.</param>
/// <param name="Compilers">What compilers say of themselves in <c>.comment</c>, each once.</param>
public sealed record ModuleFile(string Path, ElfMachine Machine, IReadOnlyList<KeyValuePair<string, string>> Information, IReadOnlyList<string> Compilers)
{
    /// <summary>The first value of a key; null when it is absent.</summary>
    public string? this[string key] => Information.Where(pair => pair.Key == key).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>Its vermagic; null when it has none (an object that modpost has not seen).</summary>
    public Vermagic? Vermagic => this["vermagic"] is string text ? Modules.Vermagic.Parse(text) : null;

    /// <summary>Reads a file.</summary>
    public static Result<ModuleFile> Read(IDisk disk, string path)
    {
        int errno = disk.Read(path, out string text);
        if (errno != 0)
            return KernelDiagnostics.UnreadableModule(path, Errno.Message(errno));
        if (!ElfFile.Read(ByteText.ToBytes(text), out ElfFile file, out string error))
            return KernelDiagnostics.UnreadableModule(path, error);
        var information = new List<KeyValuePair<string, string>>();
        foreach (string entry in file.Strings(".modinfo"))
        {
            int equals = entry.IndexOf('=');
            information.Add(equals < 0 ? new(entry, "") : new(entry[..equals], entry[(equals + 1)..]));
        }
        return new ModuleFile(path, file.Machine, information, [.. file.Strings(".comment").Distinct(StringComparer.Ordinal)]);
    }
}
