using Oot.Core;

namespace Oot.Kernel.Modules;

/// <summary>What a module needs, in the order of its symbol table, which is the order in which the loader looks and complains.</summary>
/// <param name="names">The names, one behind the other.</param>
/// <param name="entries">The symbols.</param>
public sealed class ModuleImports(byte[] names, ModuleImport[] entries)
{
    /// <summary>The symbols.</summary>
    public ReadOnlySpan<ModuleImport> Entries => entries;

    /// <summary>How many.</summary>
    public int Count => entries.Length;

    /// <summary>The name of one.</summary>
    public ReadOnlySpan<byte> NameOf(in ModuleImport import) => names.AsSpan(import.Start, import.Length);

    /// <summary>The name as byte text.</summary>
    public string TextOf(in ModuleImport import) => ByteText.FromBytes(NameOf(import));
}
