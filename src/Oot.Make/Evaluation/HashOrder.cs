using System.Numerics;

namespace Oot.Make.Evaluation;

/// <summary>
/// The order in which GNU make lists what it keeps in hash tables: variables in a child's environment, intermediate files to be deleted.
/// Makefiles can see it, so it is part of the behaviour. The tables are open-addressed with linear probing, at most 15/16 full; the hash is
/// Bob Jenkins' lookup3 mixing.
/// </summary>
internal static class HashOrder
{
    /// <summary>The size of the table of files, before it grows.</summary>
    public const int FileTableSize = 1024;

    /// <summary>The size of the table of variables, before it grows.</summary>
    public const int VariableTableSize = 1024;

    /// <summary>The size of the table of one target's variables, before it grows.</summary>
    public const int TargetVariableTableSize = 32;

    /// <summary>The size of the table of directories, before it grows.</summary>
    public const int DirectoryTableSize = 256;

    /// <summary>Orders items that were entered in the given order.</summary>
    /// <param name="hash">The hash of an item's name: <see cref="OfText"/> or <see cref="OfCountedText"/>.</param>
    public static IEnumerable<T> Sort<T>(IReadOnlyCollection<T> items, Func<T, uint> hash, int size)
        where T : class => new HashLayout<T>(items, hash, size).Items;

    private const uint Seed = 0xdeadbeef;

    /// <summary>The hash of a text that ends at a zero byte: a file's name.</summary>
    public static uint OfText(string text)
    {
        uint a = Seed, b = Seed, c = Seed;
        int at = 0;
        while (true)
        {
            if (!Add(ref a, text, ref at) || !Add(ref b, text, ref at) || !Add(ref c, text, ref at))
                break;
            Mix(ref a, ref b, ref c);
        }
        Finish(ref a, ref b, ref c);
        return c + (uint)at;
    }

    /// <summary>Adds four bytes; false, and <paramref name="at"/> stays, when the text ends among them.</summary>
    private static bool Add(ref uint sum, string text, ref int at)
    {
        int left = text.Length - at;
        if (left >= 4)
        {
            sum += Word(text, at);
            at += 4;
            return true;
        }
        uint value = 0;
        for (int i = 0; i < left; i++)
            value |= (uint)text[at + i] << (8 * i);
        sum += value;
        return false;
    }

    /// <summary>The hash of a text of known length: a variable's name.</summary>
    public static uint OfCountedText(string text)
    {
        int length = text.Length, at = 0;
        uint a = Seed + (uint)length, b = a, c = a;
        for (; length > 12; length -= 12, at += 12)
        {
            a += Word(text, at);
            b += Word(text, at + 4);
            c += Word(text, at + 8);
            Mix(ref a, ref b, ref c);
        }
        if (length == 0)
            return c;
        if (length > 8)
        {
            a += Word(text, at);
            length -= 4;
            at += 4;
        }
        if (length > 4)
        {
            b += Word(text, at);
            length -= 4;
            at += 4;
        }
        for (int i = length - 1; i >= 0; i--)
            c += (uint)text[at + i] << (8 * i);
        Finish(ref a, ref b, ref c);
        return c;
    }

    private static uint Word(string text, int at) => text[at] | ((uint)text[at + 1] << 8) | ((uint)text[at + 2] << 16) | ((uint)text[at + 3] << 24);

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        Step(ref a, ref b, ref c, 4);
        Step(ref b, ref c, ref a, 6);
        Step(ref c, ref a, ref b, 8);
        Step(ref a, ref b, ref c, 16);
        Step(ref b, ref c, ref a, 19);
        Step(ref c, ref a, ref b, 4);

        static void Step(ref uint x, ref uint y, ref uint z, int bits)
        {
            x -= z;
            x ^= BitOperations.RotateLeft(z, bits);
            z += y;
        }
    }

    private static void Finish(ref uint a, ref uint b, ref uint c)
    {
        Step(ref c, b, 14);
        Step(ref a, c, 11);
        Step(ref b, a, 25);
        Step(ref c, b, 16);
        Step(ref a, c, 4);
        Step(ref b, a, 14);
        Step(ref c, b, 24);

        static void Step(ref uint x, uint y, int bits)
        {
            x ^= y;
            x -= BitOperations.RotateLeft(y, bits);
        }
    }
}
