using System.Text;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The words that are no identifiers (kernel 7.3, scripts/genksyms/keywords.c).</summary>
internal static class Keywords
{
    /// <summary>Marks the dialect's keywords in <paramref name="names"/>.</summary>
    internal static void Declare(NameTable names, GenksymsDialect dialect)
    {
        Mark(names, Terminal.ExportSymbol, "__GENKSYMS_EXPORT_SYMBOL"u8);
        Mark(names, Terminal.Asm, "asm __asm __asm__"u8);
        Mark(names, Terminal.Attribute, "__attribute __attribute__"u8);
        Mark(names, Terminal.Const, "const __const __const__"u8);
        Mark(names, Terminal.Extension, "__extension__"u8);
        Mark(names, Terminal.Inline, "inline __inline __inline__"u8);
        Mark(names, Terminal.Signed, "signed __signed __signed__"u8);
        Mark(names, Terminal.Typeof, "typeof __typeof __typeof__"u8);
        Mark(names, Terminal.Volatile, "volatile __volatile __volatile__"u8);
        Mark(names, Terminal.VaList, "__builtin_va_list"u8);
        Mark(names, Terminal.BuiltinInt, "__int128 __int128_t __uint128_t"u8);
        Mark(names, Terminal.Bool, "_Bool"u8);
        Mark(names, Terminal.Restrict, "restrict __restrict __restrict__"u8);
        Mark(names, Terminal.Auto, "auto"u8);
        Mark(names, Terminal.Char, "char"u8);
        Mark(names, Terminal.Double, "double"u8);
        Mark(names, Terminal.Enum, "enum"u8);
        Mark(names, Terminal.Extern, "extern"u8);
        Mark(names, Terminal.Float, "float"u8);
        Mark(names, Terminal.Int, "int"u8);
        Mark(names, Terminal.Long, "long"u8);
        Mark(names, Terminal.Register, "register"u8);
        Mark(names, Terminal.Short, "short"u8);
        Mark(names, Terminal.Static, "static"u8);
        Mark(names, Terminal.Struct, "struct"u8);
        Mark(names, Terminal.Typedef, "typedef"u8);
        Mark(names, Terminal.Union, "union"u8);
        Mark(names, Terminal.Unsigned, "unsigned"u8);
        Mark(names, Terminal.Void, "void"u8);
        if (dialect.HasStaticAssert)
            Mark(names, Terminal.StaticAssert, "_Static_assert"u8);
        if (dialect.HasTypeofUnqual)
            Mark(names, Terminal.Typeof, "typeof_unqual __typeof_unqual __typeof_unqual__"u8);
        if (dialect.HasSegments)
            Mark(names, Terminal.Segment, "__seg_gs __seg_fs"u8);
        if (dialect.HasVectorInts)
            MarkVectorInts(names);
    }

    private static void MarkVectorInts(NameTable names)
    {
        foreach (string sign in (string[])["", "u"])
            foreach (int bits in (int[])[8, 16, 32, 64])
                foreach (int count in (int[])[1, 2, 4, 8, 16])
                    Mark(names, Terminal.VectorInt, Encoding.Latin1.GetBytes($"{sign}int{bits}x{count}_t"));
    }

    private static void Mark(NameTable names, Terminal keyword, ReadOnlySpan<byte> words)
    {
        foreach (Range word in words.Split((byte)' '))
            names[names.Add(words[word])].Keyword = keyword;
    }
}
