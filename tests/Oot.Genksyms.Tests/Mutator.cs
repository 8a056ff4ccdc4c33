namespace Oot.Genksyms.Tests;

/// <summary>Changes an input a little; the same seed gives the same changes.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> seeds)
{
    private static readonly string[] Words =
    [
        "struct ", "union ", "enum ", "typedef ", "int ", "x", "y", "(", ")", "{", "}", "[", "]", ";", ",", "*", "=", ":", "...", "typeof(", "__attribute__((a))", "asm(",
        "_Static_assert(1)", "__extension__ ", "static ", "extern ", "inline ", "const ", "restrict ", "num ", "ONE", "\"", "'", "\\", "#", "\n", "\n# 3 \"h.h\"\n", "\n# 9 \"a.c\"\n",
        "\0", "\x80", "\r\n", "0x1f", "1.5e+", "__GENKSYMS_EXPORT_SYMBOL(x);", "__seg_gs ", "int8x16_t ", " ",
    ];

    private readonly Random _random = new(seed);

    internal int Number(int below) => _random.Next(below);

    internal byte[] Next()
    {
        List<byte> text = [.. seeds[_random.Next(seeds.Count)]];
        for (int changes = 1 + _random.Next(6); changes > 0 && text.Count > 0; changes--)
            Change(text);
        return [.. text];
    }

    private void Change(List<byte> text)
    {
        int place = _random.Next(text.Count);
        int length = Math.Min(1 + _random.Next(1 << _random.Next(8)), text.Count - place);
        switch (_random.Next(6))
        {
            case 0:
                text.RemoveRange(place, length);
                break;
            case 1:
                text.InsertRange(_random.Next(text.Count), text.GetRange(place, length));
                break;
            case 2:
                text[place] = (byte)_random.Next(256);
                break;
            case 3:
                byte[] other = seeds[_random.Next(seeds.Count)];
                int from = _random.Next(other.Length);
                text.InsertRange(place, other[from..Math.Min(other.Length, from + length)]);
                break;
            default:
                text.InsertRange(place, Words[_random.Next(Words.Length)].Select(letter => (byte)letter));
                break;
        }
    }
}
