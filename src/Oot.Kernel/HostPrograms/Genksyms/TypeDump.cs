using Oot.Core;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The file of <c>-T</c> (<c>.symtypes</c>): one line for each symbol that matters to a version.</summary>
internal static class TypeDump
{
    internal static void Write(string file, IDisk disk, NameTable names, SymbolTable symbols, ReadOnlySpan<int> visited)
    {
        var output = new ByteWriter(null);
        foreach (int number in visited)
        {
            ref Symbol symbol = ref symbols[number];
            if (symbol.IsOverride)
                output.Add("override "u8);
            Definition.AddTag(output, symbol.Type);
            output.Add(names.Bytes(symbol.Name));
            output.Add((byte)' ');
            if (symbol.IsExtern)
                output.Add("extern "u8);
            Definition.Write(output, names, symbols.DefinitionOf(number));
            output.Add((byte)'\n');
        }
        // As in the original, a disk that is full goes unnoticed.
        _ = disk.Write(file, ByteText.FromBytes(output.Written), append: false);
    }
}
