using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Modinfo;

/// <summary><c>oot modinfo --json</c>: all that oot knows of the named modules, as a list.</summary>
internal sealed class ModinfoReports(IDisk disk, ModinfoReports.Finder find)
{
    /// <summary>The modules that a word means; a message where it means none.</summary>
    internal delegate IReadOnlyList<FoundModule> Finder(string word, out string? missing);

    internal int Print(List<string> words)
    {
        var reports = new List<ModinfoReport>();
        foreach (string word in words)
        {
            IReadOnlyList<FoundModule> modules = find(word, out string? missing);
            if (missing is not null)
                reports.Add(Failed(word, null, missing));
            foreach (FoundModule module in modules)
                reports.Add(Of(module));
        }
        int written = Disk.WriteAll(1, ByteText.ToBytes(ByteText.FromUnicode(Reports.Json(reports))));
        return written != 0 || Disk.WriteAll(1, "\n"u8) != 0 || reports.Any(report => report.Error is not null) ? ExitCode.FailedCheck : ExitCode.Done;
    }

    private ModinfoReport Of(FoundModule module)
    {
        if (module.Path is null)
            return Failed(module.Name, null, null) with { BuiltIn = true };
        var content = new FileContent(disk);
        Expansion expansion = content.Read(module.Path, ModuleReading.LargestModule, out int errno);
        if (errno != 0 || expansion.Status != ExpansionStatus.Done)
            return Failed(module.Name, module.Path, errno != 0 ? Errno.Message(errno) : ModuleReading.Reason(expansion));
        var entries = new List<KeyValuePair<string, string>>();
        errno = KmodInformation.Read(content.Bytes, content.Length, entries);
        if (errno != 0)
            return Failed(module.Name, module.Path, Errno.Message(errno));
        ModuleFacts facts = ModuleFacts.Read(module.Path, new ModuleImage(content.Bytes, content.Length), content.Compression);
        return new ModinfoReport(
            U(module.Name), U(module.Path), false, null, facts.Compression == CompressionKind.None ? null : facts.Compression.ToString(), facts.Machine.ToString(), VermagicOf(facts), Grouped(entries),
            facts.BuildId.Length > 0 ? facts.BuildId : null, facts.HasBtf, facts.Compiler is null ? null : U(facts.Compiler), SignatureOf(facts), ImportsOf(facts),
            [.. facts.Exports.Select(export => new SymbolReport(U(export.Name), export.HasCrc ? Crc(export.Crc) : null, null, export.IsGplOnly, export.Namespace.Length > 0 ? U(export.Namespace) : null))]);
    }

    private static VermagicReport? VermagicOf(ModuleFacts facts)
    {
        if (facts.Vermagic is null)
            return null;
        Vermagic magic = Vermagic.Parse(facts.Vermagic);
        return new VermagicReport(U(magic.Text), U(magic.Release), magic.Smp, magic.Preemption, magic.Unload, magic.ModuleVersions, U(magic.Architecture));
    }

    private static SignatureReport? SignatureOf(ModuleFacts facts) => facts.Signer is not { } signer ? null
        : new SignatureReport(signer.Signer is null ? null : U(signer.Signer), Convert.ToHexString((signer.Serial.IsEmpty ? signer.KeyIdentifier : signer.Serial).Span), signer.DigestName);

    private static List<SymbolReport> ImportsOf(ModuleFacts facts)
    {
        var symbols = new List<SymbolReport>();
        foreach (ref readonly ModuleImport import in facts.Imports.Entries)
            symbols.Add(new SymbolReport(U(facts.Imports.TextOf(import)), import.HasVersion ? Crc(import.Crc) : null, import.Kind == ImportKind.Weak, null, null));
        return symbols;
    }

    private static Dictionary<string, List<string>> Grouped(List<KeyValuePair<string, string>> entries)
    {
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach ((string key, string value) in entries)
        {
            if (!groups.TryGetValue(U(key), out List<string>? values))
                groups[U(key)] = values = [];
            values.Add(U(value));
        }
        return groups;
    }

    private static ModinfoReport Failed(string name, string? path, string? error) =>
        new(U(name), path is null ? null : U(path), false, error is null ? null : U(error), null, null, null, [], null, false, null, null, [], []);

    private static string Crc(uint crc) => $"0x{crc:x8}";

    private static string U(string text) => ByteText.ToUnicode(text);
}
