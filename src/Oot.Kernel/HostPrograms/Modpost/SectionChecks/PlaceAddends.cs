using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>
/// Where a reference points when the addend stands in the instruction that refers (relocations without addends: 32-bit x86, Arm and MIPS). Younger kernels know more of
/// Arm's instructions.
/// </summary>
internal readonly struct PlaceAddends(ElfImage image)
{
    private const uint Arm24 = 1, ArmAbsolute = 2, ArmRelative = 3, ThumbCall = 10, ArmCall = 28, ArmJump24 = 29, ThumbJump24 = 30, ArmMovw = 43, ArmMovt = 44,
        ThumbMovw = 47, ThumbMovt = 48, ThumbJump19 = 51;

    /// <summary>Kernels from 6.5 on: the address that is referred to; all ones where modpost does not know it. Null: an architecture that it knows nothing of.</summary>
    public ulong? Address(ElfMachine machine, ulong at, uint type, ulong symbol)
    {
        uint address = machine switch
        {
            ElfMachine.I386 => Known386(at, type),
            ElfMachine.Arm => Arm(at, type, (uint)symbol),
            ElfMachine.Mips => Mips(at, type),
            _ => 0,
        };
        return machine is ElfMachine.I386 or ElfMachine.Arm or ElfMachine.Mips ? address : null;
    }

    /// <summary>Earlier kernels: the addend; null where modpost does not look at the reference.</summary>
    public ulong? Addend(ElfMachine machine, ulong at, uint type, ulong symbol) => machine switch
    {
        ElfMachine.I386 => type is 1 or 2 ? Known386(at, type) : 0,
        ElfMachine.Arm => OldArm(at, type, (uint)symbol),
        ElfMachine.Mips => type == 5 ? null : type is 2 or 4 or 6 ? Mips(at, type) : 0,
        _ => 0,
    };

    private uint Known386(ulong at, uint type) => type switch
    {
        1 => image.U32(at),
        2 => image.U32(at) + 4,
        _ => uint.MaxValue,
    };

    private uint Mips(ulong at, uint type)
    {
        uint instruction = image.U32(at);
        return type switch
        {
            6 => instruction & 0xffff,
            4 => (instruction & 0x03ffffff) << 2,
            2 => instruction,
            _ => uint.MaxValue,
        };
    }

    private ulong? OldArm(ulong at, uint type, uint symbol) => type switch
    {
        ArmAbsolute or Arm24 or ArmCall or ArmJump24 => Arm(at, type, symbol),
        // The C program takes an address of its own memory here.
        ThumbCall or ThumbJump24 or ThumbJump19 => 0,
        _ => null,
    };

    private uint Arm(ulong at, uint type, uint symbol)
    {
        switch (type)
        {
            case ArmAbsolute or ArmRelative:
                return image.U32(at) + symbol;
            case ArmMovw or ArmMovt:
                uint move = image.U32(at);
                return Extend(((move & 0xf0000) >> 4) | (move & 0xfff), 15) + symbol;
            case Arm24 or ArmCall or ArmJump24:
                return Extend((image.U32(at) & 0xffffff) << 2, 25) + symbol + 8;
            case ThumbMovw or ThumbMovt or ThumbJump19 or ThumbCall or ThumbJump24:
                return Thumb(image.U16(at), image.U16(at + 2), type) + symbol;
            default:
                return uint.MaxValue;
        }
    }

    // Thumb-2 immediates (Arm architecture manual, encodings T3 of MOV, B; T4 of B, BL).
    private static uint Thumb(uint upper, uint lower, uint type)
    {
        if (type is ThumbMovw or ThumbMovt)
            return Extend(((upper & 0xf) << 12) | ((upper & 0x400) << 1) | ((lower & 0x7000) >> 4) | (lower & 0xff), 15);
        uint sign = (upper >> 10) & 1, j1 = (lower >> 13) & 1, j2 = (lower >> 11) & 1, low = (lower & 0x7ff) << 1;
        return type == ThumbJump19
            ? Extend((sign << 20) | (j2 << 19) | (j1 << 18) | ((upper & 0x3f) << 12) | low, 20) + 4
            : Extend((sign << 24) | ((~(j1 ^ sign) & 1) << 23) | ((~(j2 ^ sign) & 1) << 22) | ((upper & 0x3ff) << 12) | low, 24) + 4;
    }

    private static uint Extend(uint value, int signBit) => (uint)((int)(value << (31 - signBit)) >> (31 - signBit));
}
