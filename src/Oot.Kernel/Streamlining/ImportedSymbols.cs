using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;

namespace Oot.Kernel.Streamlining;

/// <summary>The symbols that out-of-tree modules take from elsewhere: of a module, of all modules below a directory, or of its objects where none is linked yet.</summary>
/// <param name="disk">Where they lie.</param>
public sealed class ImportedSymbols(IDisk disk)
{
    private const int DeepestDirectory = 40;

    private const uint SymbolTable = 2;

    private static readonly string[] Endings = [".ko", ".ko.xz", ".ko.zst", ".ko.gz"];

    private readonly SortedSet<string> needed = new(StringComparer.Ordinal);
    private readonly HashSet<string> own = new(StringComparer.Ordinal);

    /// <summary>What is needed, and none of what was read has itself.</summary>
    public IReadOnlyList<string> Names => [.. needed.Where(name => !own.Contains(name))];

    /// <summary>Reads a file or a directory; null, or why it cannot be read.</summary>
    public Diagnostic? Add(string path)
    {
        if (disk.Stat(path, out FileStatus status) is var errno and not 0)
            return KernelDiagnostics.UnreadableModule(path, Errno.Message(errno));
        if (!status.IsDirectory)
            return AddModule(path);
        List<string> modules = [], objects = [];
        Collect(path, modules, objects, 0);
        foreach (string module in modules)
        {
            if (AddModule(module) is { } problem)
                return problem;
        }
        if (modules.Count == 0)
            objects.ForEach(AddObject);
        return modules.Count + objects.Count == 0 ? StreamlineDiagnostics.NothingBuilt(path) : null;
    }

    private void Collect(string directory, List<string> modules, List<string> objects, int depth)
    {
        if (depth > DeepestDirectory || disk.List(directory, out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string path = $"{directory}/{name}";
            if (Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)))
                modules.Add(path);
            else if (name.EndsWith(".o", StringComparison.Ordinal) && !name.EndsWith(".mod.o", StringComparison.Ordinal))
                objects.Add(path);
            else if (disk.LinkStat(path, out FileStatus status) == 0 && status.IsDirectory)
                Collect(path, modules, objects, depth + 1);
        }
    }

    private Diagnostic? AddModule(string path)
    {
        var content = new FileContent(disk);
        Expansion expansion = content.Read(path, ModuleReading.LargestModule, out int errno);
        if (errno != 0 || expansion.Status != ExpansionStatus.Done)
            return ModuleReading.Problem(path, expansion, errno);
        ModuleFacts facts = ModuleFacts.Read(path, new ModuleImage(content.Bytes, content.Length), content.Compression);
        foreach (ModuleImport import in facts.Imports.Entries)
        {
            if (import.Kind == ImportKind.Needed)
                needed.Add(facts.Imports.TextOf(import));
        }
        foreach (ModuleExport export in facts.Exports)
            own.Add(export.Name);
        return null;
    }

    /// <summary>An object's undefined symbols; one that is no ELF file has none.</summary>
    private void AddObject(string path)
    {
        var content = new FileContent(disk);
        if (content.Read(path, ModuleReading.LargestModule, out int errno).Status != ExpansionStatus.Done || errno != 0)
            return;
        var file = new ElfObject(content.Bytes, content.Length);
        if (!file.HasMagic || !file.HasSectionTable)
            return;
        for (int i = 0; i < file.SectionCount; i++)
        {
            ElfSectionHeader section = file.Section(i);
            if (section.Type == SymbolTable)
                AddTable(file, file.Content(section), file.Content(file.Section((int)section.Link)));
        }
    }

    private void AddTable(in ElfObject file, ReadOnlySpan<byte> table, ReadOnlySpan<byte> strings)
    {
        for (int i = 1; i < table.Length / file.SymbolSize; i++)
        {
            ElfSymbol symbol = file.Symbol(table, i);
            if (!symbol.IsGlobal || ElfObject.StringAt(strings, symbol.Name) is not [_, ..] name)
                continue;
            if (symbol.Section != ElfSymbol.Undefined)
                own.Add(ByteText.FromBytes(name));
            else if (!symbol.IsWeak)
                needed.Add(ByteText.FromBytes(name));
        }
    }
}
