using System.Buffers.Binary;
using System.Text;
using Oot.Core;
using Oot.Elf;
using Oot.Elf.Compression;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;
using Xunit;

namespace Oot.Kernel.Tests.Loading;

/// <summary>One of Debian's own modules, made wrong in one way. Nothing is compiled for it, so that every kernel has the same ones.</summary>
internal sealed class Specimen
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, KernelOffer> Kernels = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, KernelKeys> AllKeys = new(StringComparer.Ordinal);

    private Specimen(string kernel, string path, byte[] bytes) => (Kernel, Path, Bytes) = (kernel, path, bytes);

    internal string Kernel { get; }

    internal string Path { get; }

    internal byte[] Bytes { get; private set; }

    internal static string Cache => Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache/oot-test";

    /// <summary>What one of Debian's kernels offers: its image, configuration and modules, as installed.</summary>
    internal static KernelOffer Offer(string kernel)
    {
        lock (Gate)
        {
            if (Kernels.TryGetValue(kernel, out KernelOffer? known))
                return known;
            Assert.SkipWhen(!File.Exists($"{Cache}/images/{kernel}/release"), $"tests/setup/kernel-images.sh {kernel}");
            Result<KernelOffer> read = new KernelOfferReader(new Disk()).Read(KernelPlaces.OfPath(new Disk(), $"{Cache}/images/{kernel}"));
            Assert.Null(read.Error);
            AllKeys[kernel] = KernelKeys.Of(read.Value.Image, []);
            return Kernels[kernel] = read.Value;
        }
    }

    internal static KernelKeys Keys(string kernel)
    {
        _ = Offer(kernel);
        return AllKeys[kernel];
    }

    internal static string[] Files(string kernel)
    {
        _ = Offer(kernel);
        return [.. Directory.EnumerateFiles($"{Cache}/images/{kernel}/lib/modules/", "*.ko*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    /// <summary>A module as it is, with its signature.</summary>
    internal static Specimen Signed(string kernel, string name)
    {
        string path = Assert.Single(Files(kernel), file => file.Contains($"/{name}.ko", StringComparison.Ordinal));
        var content = new FileContent(new Disk());
        Assert.Equal(ExpansionStatus.Done, content.Read(path, 1 << 28, out _).Status);
        return new Specimen(kernel, path, content.Bytes[..content.Length]);
    }

    /// <summary>A module of one's own.</summary>
    internal static Specimen Built(string kernel, string path) => new(kernel, path, File.ReadAllBytes(path));

    /// <summary>A module without its signature.</summary>
    internal static Specimen Of(string kernel, string name)
    {
        Specimen specimen = Signed(kernel, name);
        specimen.Bytes = specimen.Bytes[..SignatureBlock.Find(specimen.Bytes).ObjectLength];
        return specimen;
    }

    internal Specimen Cut(int length)
    {
        Bytes = Bytes[..length];
        return this;
    }

    /// <summary>Takes another content altogether.</summary>
    internal Specimen Become(byte[] bytes)
    {
        Bytes = bytes;
        return this;
    }

    /// <summary>Replaces a text that is there, filling a shorter one with zeros; in a section when one is named.</summary>
    internal Specimen Replace(string old, string with, string? section = null)
    {
        (int start, int size) = section is null ? (0, Bytes.Length) : Place(section);
        byte[] wanted = Encoding.Latin1.GetBytes(old), put = new byte[wanted.Length];
        Encoding.Latin1.GetBytes(with).CopyTo(put, 0);
        int at = Bytes.AsSpan(start, size).IndexOf(wanted);
        Assert.True(at >= 0, $"{old} is not in {section ?? "the file"}");
        put.CopyTo(Bytes, start + at);
        return this;
    }

    internal Specimen Put16(int at, ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Bytes.AsSpan(at), value);
        return this;
    }

    internal Specimen Flip(int at)
    {
        Bytes[at < 0 ? Bytes.Length + at : at] ^= 0x55;
        return this;
    }

    /// <summary>Changes the first byte of a symbol's CRC.</summary>
    internal Specimen FlipCrc(string symbol)
    {
        (int start, int size) = Place("__versions");
        int at = Bytes.AsSpan(start, size).IndexOf(Encoding.Latin1.GetBytes(symbol + "\0"));
        Assert.True(at >= 0, symbol);
        return Flip(start + at - 8);
    }

    /// <summary>Sets a field of a section's header: 4 is the type (32 bits), 8 the flags, 32 the size (64 bits).</summary>
    internal Specimen SetHeader(string section, int field, ulong value)
    {
        int at = Header(section) + field;
        if (field == 4)
            BinaryPrimitives.WriteUInt32LittleEndian(Bytes.AsSpan(at), (uint)value);
        else
            BinaryPrimitives.WriteUInt64LittleEndian(Bytes.AsSpan(at), value);
        return this;
    }

    /// <summary>Puts a symbol that is not defined into a section.</summary>
    internal Specimen SetSection(string symbol, ushort section) => Put16(Symbol(symbol) + 6, section);

    /// <summary>The place of a symbol in the file.</summary>
    internal int Symbol(string symbol)
    {
        var image = new ModuleImage(Bytes, Bytes.Length);
        (int start, _) = Place(".symtab");
        ReadOnlySpan<byte> symbols = image.Symbols;
        for (int i = 0; i < symbols.Length / 24; i++)
        {
            if (ElfObject.StringAt(image.SymbolNames, image.Elf.Symbol(symbols, i).Name).SequenceEqual(Encoding.Latin1.GetBytes(symbol)))
                return start + (24 * i);
        }
        Assert.Fail(symbol);
        return 0;
    }

    internal ulong SizeOf(string section) => new ModuleImage(Bytes, Bytes.Length) is var image ? image.Sections[image.Find(Encoding.Latin1.GetBytes(section))].Size : 0;

    internal int StartOf(string section) => Place(section).Start;

    internal int SectionCount => new ModuleImage(Bytes, Bytes.Length).Sections.Length;

    internal InspectedModule Inspect()
    {
        var image = new ModuleImage(Bytes, Bytes.Length);
        ModuleFacts facts = ModuleFacts.Read(Path, image, CompressionKind.None);
        return new InspectedModule(facts, ObjectInspection.Inspect(Offer(Kernel), image), Keys(Kernel).Verify(Bytes, image.SignatureBlock, facts.Signer));
    }

    /// <summary>The verdict on another kernel than its own, signatures left out.</summary>
    internal LoadVerdict[] CheckOn(KernelOffer offer)
    {
        var image = new ModuleImage(Bytes, Bytes.Length);
        return new LoadCheck(offer, LoadConditions.Usual, [new InspectedModule(ModuleFacts.Read(Path, image, CompressionKind.None), ObjectInspection.Inspect(offer, image), SignatureState.NotVerified)]).Run();
    }

    internal LoadVerdict Check(LoadConditions? conditions = null, params Specimen[] others) =>
        new LoadCheck(Offer(Kernel), conditions ?? LoadConditions.Usual, [Inspect(), .. others.Select(other => other.Inspect())]).Run()[0];

    private int Header(string section)
    {
        var image = new ModuleImage(Bytes, Bytes.Length);
        int index = image.Find(Encoding.Latin1.GetBytes(section));
        Assert.True(index > 0, section);
        return (int)image.Elf.SectionTable + (64 * index);
    }

    private (int Start, int Size) Place(string section)
    {
        int header = Header(section);
        return ((int)BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(header + 24)), (int)BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(header + 32)));
    }
}
