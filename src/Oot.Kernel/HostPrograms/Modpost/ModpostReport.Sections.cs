using Oot.Core;
using Oot.Kernel.HostPrograms.Modpost.SectionChecks;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>What is said of sections and the references between them.</summary>
internal sealed partial class ModpostReport
{
    private static string Text(ReadOnlySpan<byte> bytes) => ByteText.FromBytes(bytes);

    public void NotAllocated(ModuleRecord module, ReadOnlySpan<byte> section)
    {
        const string Advice = "Did you forget to use \"ax\"/\"aw\" in a .S file?\nNote that for example <linux/init.h> contains\nsection definitions for use in .S files.\n\n";
        string name = traits.Has(ModpostTrait.MismatchOffsets) ? module.Name : module.Name + ".o";
        Warn(module, $"{name} ({Text(section)}): unexpected non-allocatable section.\n{Advice}", $"unexpected non-allocatable section '{Text(section)}'.\n{Advice}");
    }

    /// <summary>What <c>-E</c> makes of section mismatches in the end.</summary>
    public void MismatchesRefused()
    {
        const string Words = "Section mismatches detected.\nSet CONFIG_SECTION_MISMATCH_WARN_ONLY=y to allow them.\n";
        if (!traits.Has(ModpostTrait.ErrorsKeepFiles))
            throw Fatal(Words);
        Error(Words);
    }

    /// <summary>6.5 and later.</summary>
    /// <param name="distance">From the symbol, or from the section's beginning when there is none.</param>
    /// <param name="address">What is referred to when it has no name.</param>
    public void Mismatch(ModuleRecord module, ReadOnlySpan<byte> from, uint distance, ReadOnlySpan<byte> fromSection, ReadOnlySpan<byte> to, uint address, ReadOnlySpan<byte> toSection)
    {
        string source = $"{Text(from)}{(from.IsEmpty ? "" : "+")}0x{distance:x}", target = to.IsEmpty ? $"0x{address:x}" : Text(to);
        string text = $"section mismatch in reference: {source} (section: {Text(fromSection)}) -> {target} (section: {Text(toSection)})\n";
        Warn(module, $"{module.Name}: {text}", text);
    }

    /// <summary>6.0 to 6.4.</summary>
    public void ShortMismatch(string file, ReadOnlySpan<byte> fromSection, SymbolName from, ReadOnlySpan<byte> toSection, SymbolName to) =>
        Warn($"{file}: section mismatch in reference: {from.Text} (section: {Text(fromSection)}) -> {to.Text} (section: {Text(toSection)})\n");

    /// <summary>6.0 to 6.4.</summary>
    public void ExportDiscarded(string file, SymbolName symbol, ReadOnlySpan<byte> section) =>
        Warn($"{file}: EXPORT_SYMBOL used for init/exit symbol: {symbol.Text} (section: {Text(section)})\n");

    /// <summary>Up to 6.4.</summary>
    public void ExceptionTableMismatch(string file, ReadOnlySpan<byte> fromSection, ulong offset, SymbolName from, ReadOnlySpan<byte> toSection, SymbolName to) => Warn(
        $"{file}({Text(fromSection)}+0x{offset:x}): Section mismatch in reference from the {from.Noun} {from.Text}{from.Mark} to the {to.Noun} {Text(toSection)}:{to.Text}{to.Mark}\n");

    public ModpostStopException ExceptionTableBlackListed(ReadOnlySpan<byte> fromSection, ulong offset, ReadOnlySpan<byte> toSection, string file) => Fatal(
        $"The relocation at {Text(fromSection)}+0x{offset:x} references\nsection \"{Text(toSection)}\" which is black-listed.\nSomething is seriously wrong and should be fixed.\n"
        + $"You might get more information about where this is\ncoming from by using scripts/check_extable.sh {file}\n");

    /// <summary>An executable section that the exception table may not point to as far as modpost knows.</summary>
    public void ExceptionTableUnknown(ReadOnlySpan<byte> fromSection, ulong offset, ReadOnlySpan<byte> toSection)
    {
        bool isWarning = traits.Has(ModpostTrait.MismatchOffsets);
        string name = Text(toSection);
        string text = $"The relocation at {Text(fromSection)}+0x{offset:x} references\nsection \"{name}\" which is not in the list of\n"
            + $"authorized sections.  If you're adding a new section\nand/or if this reference is valid, add \"{name}\" to the\n"
            + $"list of authorized sections to jump to on fault.\nThis can be achieved by adding \"{name}\" to{(isWarning ? "" : " ")}\nOTHER_TEXT_SECTIONS in scripts/mod/modpost.c.\n";
        if (isWarning)
            Warn(text);
        else
            Raw(text);
    }

    public void ExceptionTableToData(ReadOnlySpan<byte> fromSection, ulong offset, ReadOnlySpan<byte> toSection) =>
        Error($"{Text(fromSection)}+0x{offset:x} references non-executable section '{Text(toSection)}'\n");

    /// <summary>Up to 5.18.</summary>
    /// <param name="isFault">It is the address that faults, not where the kernel goes on.</param>
    public ModpostStopException ExceptionTableNotExecutable(ReadOnlySpan<byte> fromSection, ulong offset, ReadOnlySpan<byte> toSection, bool isFault)
    {
        string consequence = isFault
            ? "it is not possible for the kernel to fault\nat that address.  Something is seriously wrong\nand should be fixed.\n"
            : "the kernel will fault if it ever tries to\njump to it.  Something is seriously wrong\nand should be fixed.\n";
        return Fatal($"The relocation at {Text(fromSection)}+0x{offset:x} references\nsection \"{Text(toSection)}\" which is not executable, IOW\n{consequence}");
    }
}
