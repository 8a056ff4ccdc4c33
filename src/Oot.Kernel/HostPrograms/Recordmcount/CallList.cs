using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Recordmcount;

/// <summary>
/// Lists an object's calls of the function tracer in a section <c>__mcount_loc</c> with its relocations, and erases those of sections that are not traced (kernel 6.12,
/// scripts/recordmcount.h). The new parts lie behind the file as it was:
/// <code>
/// names of sections, section headers, __mcount_loc, .rel[a]__mcount_loc
/// </code>
/// </summary>
internal sealed class CallList(TracedObject file, bool warns, string name, HostProgramCall call)
{
    private static readonly string[] TracedSections =
        [".init.text", ".ref.text", ".sched.text", ".spinlock.text", ".irqentry.text", ".softirqentry.text", ".kprobes.text", ".cpuidle.text"];

    private readonly List<byte> places = [];
    private readonly List<byte> relocations = [];
    private ulong lastPlace = ulong.MaxValue;

    private ElfImage Image => file.Image;

    /// <summary>Makes the list; false when that is not possible, which has been said.</summary>
    internal bool Make()
    {
        ElfSectionHeader names = Image.Section(file.NameSection);
        uint count = file.SectionCount;
        ulong total = 0;
        for (uint i = 0; i < count; i++)
        {
            if (CodeOf(i, names, out string? code) && code is null)
                return true;
            total += code is not null && IsTraced(code) ? Image.Section(i).Size : 0;
        }
        if (total == 0)
            return true;
        uint symbols = 0, last = 0;
        for (uint i = 0; i < count; i++)
        {
            if (!CodeOf(i, names, out string? code))
                continue;
            if (IsTraced(code!))
            {
                (symbols, last) = (Image.Section(i).Link, i);
                if (!Record(i, code!, count))
                    return false;
            }
            else if (warns || file.Rules.Erasure is not null)
            {
                Erase(i, code!);
            }
        }
        if (places.Count > 0)
            Append(names, count, symbols, file.EntrySize(last));
        return true;
    }

    private static bool IsTraced(string section) => section.StartsWith(".text", StringComparison.Ordinal) || TracedSections.Contains(section);

    /// <summary>The section of code that a section of relocations is about. True with null: there is a list already.</summary>
    private bool CodeOf(uint index, ElfSectionHeader names, out string? code)
    {
        code = null;
        ElfSectionHeader header = Image.Section(index);
        if (header.Type is not (ElfSectionHeader.Relocations or ElfSectionHeader.RelocationsWithAddends))
            return false;
        ElfSectionHeader about = Image.Section(header.Info);
        string section = Text(names.Offset + about.Name);
        if (section == "__mcount_loc")
        {
            call.Error.Write(ByteText.ToBytes($"warning: __mcount_loc already exists: {name}\n"));
            return true;
        }
        if (about.Type != ElfSectionHeader.ProgramBits || !about.IsExecutable)
            return false;
        code = section;
        return true;
    }

    private bool Record(uint index, string code, uint count)
    {
        ElfSectionHeader header = Image.Section(index);
        if (!FindBase(header, code, count, out uint symbol, out ulong value))
            return false;
        bool hasAddend = file.EntrySize(index) == (ulong)(3 * file.WordSize);
        foreach (ulong at in Calls(index, mustBeKnown: true))
        {
            byte[] addend = file.Word(Image.Word(at) - value + (ulong)(long)file.Rules.Adjustment);
            relocations.AddRange(file.Word((ulong)places.Count));
            relocations.AddRange(file.RelocationInfo(symbol, file.Rules.Reference));
            if (hasAddend)
                relocations.AddRange(addend);
            places.AddRange(hasAddend ? new byte[file.WordSize] : addend);
        }
        return true;
    }

    /// <summary>A symbol of the section that the list can refer to: no weak one, whose value may change.</summary>
    private bool FindBase(ElfSectionHeader relocation, string code, uint count, out uint symbol, out ulong value)
    {
        ElfSectionHeader table = Image.Section(relocation.Link);
        ulong indices = Indices(count);
        ulong entry = Math.Max(1, file.EntrySize(relocation.Link));
        for (symbol = 0; symbol < table.Size / entry; symbol++)
        {
            ElfSymbol candidate = Image.Symbol(table.Offset + ((ulong)symbol * (ulong)Image.SymbolSize));
            value = candidate.Value;
            uint section = candidate.Section switch
            {
                > ElfSymbol.Undefined and < ElfSymbol.FirstReserved => candidate.Section,
                ElfSymbol.Extended when indices != 0 => Image.U32(indices + (4UL * symbol)),
                _ => 0,
            };
            // Functions of Arm may have the mark of Thumb in their value.
            if (section == relocation.Info && (candidate.Binding is 0 or 1) && !(candidate.IsFunction && Image.Machine == ElfMachine.Arm))
                return true;
        }
        value = 0;
        call.Error.Write(ByteText.ToBytes($"Cannot find symbol for section {relocation.Info}: {code}.\n"));
        return false;
    }

    private ulong Indices(uint count)
    {
        for (uint i = 0; i < count; i++)
        {
            if (Image.Section(i) is { Type: ElfSectionHeader.SectionIndices } found)
                return found.Offset;
        }
        return 0;
    }

    private void Erase(uint index, string code)
    {
        bool warned = false;
        ulong content = Image.Section(Image.Section(index).Info).Offset;
        foreach (ulong at in Calls(index, mustBeKnown: false))
        {
            if (warns && !warned)
            {
                warned = true;
                call.Output.Write(ByteText.ToBytes($"Section {code} has mcount callers being ignored\n"));
                if (file.Rules.Erasure is null)
                    return;
            }
            ulong place = content + Image.Word(at);
            if (place >= (ulong)Image.Length || file.Rules.Erasure?.Invoke(Image.Bytes.AsSpan(0, Image.Length), (int)place, Image.IsBigEndian) != true)
                continue;
            // Type 0 is "nothing to do" everywhere.
            file.Put(at + (ulong)file.WordSize, file.RelocationInfo(file.RelocationSymbol(at), 0));
            file.IsChanged = true;
        }
    }

    /// <summary>Where the relocations of calls of the tracer are. Before its symbol is known, symbol 0 counts as it unless it must be known.</summary>
    private IEnumerable<ulong> Calls(uint index, bool mustBeKnown)
    {
        ElfSectionHeader header = Image.Section(index);
        ElfSectionHeader symbols = Image.Section(header.Link);
        ElfSectionHeader strings = Image.Section(symbols.Link);
        ulong entry = file.EntrySize(index), tracer = 0;
        for (ulong i = 0; entry > 0 && i < header.Size / entry; i++)
        {
            ulong at = header.Offset + (i * entry);
            uint symbol = file.RelocationSymbol(at);
            if (tracer == 0 && file.Rules.IsTracer(Text(strings.Offset + Image.Symbol(symbols.Offset + ((ulong)symbol * (ulong)Image.SymbolSize)).Name)))
                tracer = symbol;
            if (tracer == symbol && (tracer != 0 || !mustBeKnown) && !IsFake(at))
                yield return at;
        }
    }

    private bool IsFake(ulong at)
    {
        if (Image.Machine != ElfMachine.Mips)
            return file.Rules.CallTypes is { } types && !types.Contains(file.RelocationType(at));
        ulong place = Image.Word(at), before = lastPlace;
        lastPlace = place;
        return before != ulong.MaxValue && place - before == TracerCall.PairDistance;
    }

    private void Append(ElfSectionHeader names, uint count, uint symbols, ulong entry)
    {
        bool hasAddend = entry == (ulong)(3 * file.WordSize);
        string added = hasAddend ? ".rela__mcount_loc" : ".rel__mcount_loc";
        uint oldSize = (uint)names.Size;
        byte[] text = [.. Image.Slice(names.Offset, names.Size), .. ByteText.ToBytes(added), 0];
        int start = (Image.Length + text.Length + file.WordSize - 1) / file.WordSize * file.WordSize;
        int wide = file.WordSize;
        ulong namesAt = file.HeaderAt(file.NameSection) + (ulong)(8 + (2 * wide));
        file.Put(namesAt, [.. file.Word((ulong)Image.Length), .. file.Word((ulong)text.Length)]);
        SetCount(count + 2);

        file.Append(text);
        file.Append(new byte[start - Image.Length - text.Length]);
        file.Append(Image.Slice(Image.SectionHeaders, (ulong)count * (ulong)file.HeaderSize));
        ulong content = (ulong)start + ((ulong)(count + 2) * (ulong)file.HeaderSize);
        file.Append(Header(oldSize + (uint)(added.Length - "__mcount_loc".Length), ElfSectionHeader.ProgramBits, 2, content, places.Count, 0, 0, (ulong)wide));
        file.Append(Header(
            oldSize, hasAddend ? ElfSectionHeader.RelocationsWithAddends : ElfSectionHeader.Relocations, 0, content + (ulong)places.Count, relocations.Count, symbols, count, entry));
        file.Append([.. places]);
        file.Append([.. relocations]);
        file.Put(file.IsWide ? 40UL : 32UL, file.Word((ulong)start));
        file.IsChanged = true;
    }

    private byte[] Header(uint nameAt, uint type, ulong flags, ulong offset, int size, uint link, uint info, ulong entry) =>
    [
        .. file.U32(nameAt), .. file.U32(type), .. file.Word(flags), .. file.Word(0), .. file.Word(offset), .. file.Word((ulong)size),
        .. file.U32(link), .. file.U32(info), .. file.Word((ulong)file.WordSize), .. file.Word(entry),
    ];

    private void SetCount(uint count)
    {
        bool isLarge = count >= ElfSymbol.FirstReserved;
        byte[] bytes = file.U32(isLarge ? 0 : count);
        file.Put(file.IsWide ? 60UL : 48UL, Image.IsBigEndian ? bytes.AsSpan(2) : bytes.AsSpan(0, 2));
        if (isLarge)
            file.Put(file.HeaderAt(0) + (ulong)(8 + (3 * file.WordSize)), file.Word(count));
    }

    private string Text(ulong at) => ByteText.FromBytes(Image.Slice(at, (ulong)Image.StringLength(at)));
}
