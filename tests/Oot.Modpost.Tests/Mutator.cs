using System.Buffers.Binary;

namespace Oot.Modpost.Tests;

/// <summary>Changes files a little; the same seed gives the same changes.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Words =
    [
        "\t", "\n", "\r\n", "\0", " ", ":", "\\\n", "#SYMVER ", "0x", "0x123456789", "EXPORT_SYMBOL", "EXPORT_SYMBOL_GPL", "EXPORT_UNUSED_SYMBOL", "module:a*", "vmlinux", ".o", "./", "source_",
        "deps_", "-", "\"", "*", "license=", "import_ns=", "__ksymtab_", "__export_symbol_", "__kstrtabns_", "__crc_", "__mod_", "init_module", ".", "$d", ".init.text", ".data", "__ex_table",
    ];

    private readonly Random random = new(seed);

    public int Number(int below) => random.Next(below);

    public byte[] Change(byte[] file)
    {
        var bytes = new List<byte>(file);
        bool isObject = file.AsSpan().StartsWith("\u007fELF"u8);
        for (int changes = 1 + random.Next(5); changes > 0 && bytes.Count > 0; changes--)
        {
            if (isObject)
                ChangeObject(bytes);
            else
                ChangeText(bytes);
        }
        return [.. bytes];
    }

    private void ChangeText(List<byte> text)
    {
        int place = random.Next(text.Count), length = Math.Min(1 + random.Next(1 << random.Next(10)), text.Count - place);
        switch (random.Next(6))
        {
            case 0: text.RemoveRange(place, length); break;
            case 1: text.InsertRange(random.Next(text.Count), text.GetRange(place, length)); break;
            case 2: text[place] = (byte)random.Next(256); break;
            default: text.InsertRange(place, Words[random.Next(Words.Length)].Select(letter => (byte)letter)); break;
        }
    }

    // Mostly single fields: where an object's length changes, nothing fits any more.
    private void ChangeObject(List<byte> bytes)
    {
        int place = Place(bytes.Count), width = 1 << random.Next(4);
        if (random.Next(30) == 0)
        {
            bytes.RemoveRange(place, bytes.Count - place);
            return;
        }
        if (random.Next(20) == 0)
        {
            string word = Words[random.Next(Words.Length)];
            for (int i = 0; i < word.Length && place + i < bytes.Count; i++)
                bytes[place + i] = (byte)word[i];
            return;
        }
        place -= place % width;
        Span<byte> value = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(value, Value(bytes.Count));
        for (int i = 0; i < width && place + i < bytes.Count; i++)
            bytes[place + i] = value[i];
    }

    private int Place(int size) => random.Next(4) switch
    {
        0 => random.Next(Math.Min(64, size)),
        // The section headers come last.
        1 => Math.Max(0, size - 1 - random.Next(2000)),
        _ => random.Next(size),
    };

    private long Value(int size) => random.Next(9) switch
    {
        0 => 0,
        1 => -1,
        2 => 1L << random.Next(63),
        3 => (1L << random.Next(63)) - 1,
        4 => size,
        5 => size - random.Next(64),
        6 => random.Next(size),
        7 => random.Next(32),
        _ => random.NextInt64(),
    };
}
