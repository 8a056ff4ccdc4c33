using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>Reads what a module needs out of its symbol table.</summary>
internal static class ImportReader
{
    // SHN_LIVEPATCH: the patch core finds these.
    private const ushort LivePatch = 0xff20;

    internal static ModuleImports Read(ModuleImage image, ref VersionTable versions, bool extended)
    {
        ElfObject elf = image.Elf;
        ReadOnlySpan<byte> symbols = image.Symbols, names = image.SymbolNames;
        var entries = new List<ModuleImport>();
        using var text = new MemoryStream();
        int count = symbols.Length / elf.SymbolSize, sections = image.Sections.Length;
        for (int i = 1; i < count; i++)
        {
            ElfSymbol symbol = elf.Symbol(symbols, i);
            if (KindOf(symbol, sections) is not { } kind)
                continue;
            ReadOnlySpan<byte> name = ElfObject.StringAt(names, symbol.Name);
            // The loader leaves these of link-time optimisation alone.
            if (kind == ImportKind.Common && name.StartsWith("__gnu_lto"u8))
                continue;
            // Old assemblers for x86 leave this one behind without any use of it.
            if (kind == ImportKind.Needed && elf.Machine is ElfMachine.X86_64 or ElfMachine.I386 && name.SequenceEqual("_GLOBAL_OFFSET_TABLE_"u8))
                kind = ImportKind.Weak;
            uint crc = symbol.Section;
            bool hasVersion = kind is ImportKind.Needed or ImportKind.Weak && versions.TryFind(name, extended, out crc);
            entries.Add(new ModuleImport((int)text.Length, name.Length, kind, hasVersion, crc));
            text.Write(name);
        }
        return new ModuleImports(text.ToArray(), [.. entries]);
    }

    private static ImportKind? KindOf(in ElfSymbol symbol, int sections) => symbol.Section switch
    {
        ElfSymbol.Undefined => symbol.IsWeak ? ImportKind.Weak : ImportKind.Needed,
        ElfSymbol.Common => ImportKind.Common,
        ElfSymbol.Absolute or LivePatch => null,
        _ => symbol.Section >= sections ? ImportKind.BadSection : null,
    };
}
