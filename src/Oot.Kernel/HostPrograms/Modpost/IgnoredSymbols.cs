using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Symbols that the last link of a module provides, so that nobody has to export them.</summary>
internal static class IgnoredSymbols
{
    public static bool Has(ReadOnlySpan<byte> name, ElfMachine machine, ModpostTraits traits)
    {
        if (name.Length == 0 || (name[0] != '_' && name[0] != '.'))
            return false;
        if (name.SequenceEqual("__this_module"u8) || name.SequenceEqual("_GLOBAL_OFFSET_TABLE_"u8))
            return true;
        return machine switch
        {
            ElfMachine.PowerPc => IsPowerPc(name),
            ElfMachine.PowerPc64 => IsPowerPc64(name, traits),
            ElfMachine.S390 => name.StartsWith("__s390_indirect_jump_r"u8) && traits.Has(ModpostTrait.ExpolineIgnored),
            _ => false,
        } || ((name.StartsWith("__start_"u8) || name.StartsWith("__stop_"u8)) && traits.Has(ModpostTrait.SectionBoundsIgnored));
    }

    private static bool IsPowerPc(ReadOnlySpan<byte> name) =>
        name.StartsWith("_restgpr_"u8) || name.StartsWith("_savegpr_"u8) || name.StartsWith("_rest32gpr_"u8) || name.StartsWith("_save32gpr_"u8)
        || name.StartsWith("_restvr_"u8) || name.StartsWith("_savevr_"u8);

    private static bool IsPowerPc64(ReadOnlySpan<byte> name, ModpostTraits traits)
    {
        if (name.StartsWith("_restgpr0_"u8) || name.StartsWith("_savegpr0_"u8) || name.StartsWith("_restvr_"u8) || name.StartsWith("_savevr_"u8) || name.SequenceEqual(".TOC."u8))
            return true;
        bool isYounger = name.StartsWith("_restgpr1_"u8) || name.StartsWith("_savegpr1_"u8) || name.StartsWith("_restfpr_"u8) || name.StartsWith("_savefpr_"u8);
        return isYounger && traits.Has(ModpostTrait.MoreRegisterHelpersIgnored);
    }
}
