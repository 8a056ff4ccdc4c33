using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>
/// The kernel's <c>include/linux/mod_devicetable.h</c> and what it includes: structures and numbers are taken from the tree that the module was compiled against, so that every
/// version, vendor and architecture has the layout that its compiler used. Only what is asked for is read.
/// </summary>
internal sealed class DeviceHeader(ModpostTree tree, ElfImage target)
{
    private const string Directory = "include/linux/";
    private const int MostDepth = 32;
    private readonly Dictionary<string, DeviceStruct?> structs = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private List<string>? pending;
    private int depth;

    private int WordSize => target.Class == ElfClass.Elf64 ? 8 : 4;

    /// <summary>The layout of <c>struct NAME</c>; null when this kernel has none.</summary>
    public DeviceStruct? Struct(string name)
    {
        if (structs.TryGetValue(name, out DeviceStruct? known))
            return known;
        structs[name] = null;
        DeviceStruct? found = null;
        if (Find($"struct {name} {{", name) is (string text, int end))
            found = ReadStruct(new HeaderTokens(text, end).Next(), isUnion: false);
        return structs[name] = found;
    }

    /// <summary>The value of <c>#define NAME</c>, or 0 when this kernel has none.</summary>
    public long Number(string name)
    {
        if (name == "BITS_PER_LONG")
            return WordSize * 8;
        if (name == "UUID_STRING_LEN")
            return 36;
        if (depth >= MostDepth || FindDefinition(name) is not (string text, int end))
            return 0;
        int newline = text.IndexOf('\n', end);
        depth++;
        long value = Sum(new HeaderTokens(text[end..(newline < 0 ? text.Length : newline)], 0).Next());
        depth--;
        return value;
    }

    /// <summary>Whether this kernel has <c>#define NAME</c>.</summary>
    public bool Defines(string name) => FindDefinition(name) is not null;

    private (string Text, int End)? FindDefinition(string name)
    {
        string sign = "#define " + name;
        for (int i = 0; ; i++)
        {
            if (i == texts.Count && !ReadMore(name))
                return null;
            for (int at = texts[i].IndexOf(sign, StringComparison.Ordinal); at >= 0; at = texts[i].IndexOf(sign, at + 1, StringComparison.Ordinal))
            {
                if (at + sign.Length < texts[i].Length && texts[i][at + sign.Length] is ' ' or '\t')
                    return (texts[i], at + sign.Length);
            }
        }
    }

    private (string Text, int End)? Find(string sign, string name)
    {
        for (int i = 0; ; i++)
        {
            if (i == texts.Count && !ReadMore(name))
                return null;
            int at = texts[i].IndexOf(sign, StringComparison.Ordinal);
            if (at >= 0)
                return (texts[i], at + sign.Length);
        }
    }

    // The main file first, then what it includes: first what is named like what is sought (device-id/pci.h for pci_device_id).
    private bool ReadMore(string name)
    {
        if (pending is null)
        {
            if (!tree.TryRead(Directory + "mod_devicetable.h", out ReadOnlySpan<byte> content))
                return false;
            string text = ByteText.FromBytes(content);
            texts.Add(text);
            pending = [.. text.Split('\n').Where(line => line.StartsWith("#include \"", StringComparison.Ordinal)).Select(line => line.Split('"')[1])];
            return true;
        }
        while (pending.Count > 0)
        {
            int best = Math.Max(0, pending.FindIndex(file => name.StartsWith(Stem(file) + "_", StringComparison.OrdinalIgnoreCase)));
            string file = pending[best];
            pending.RemoveAt(best);
            if (!tree.TryRead(Directory + file, out ReadOnlySpan<byte> content))
                continue;
            texts.Add(ByteText.FromBytes(content));
            return true;
        }
        return false;
    }

    private static string Stem(string file) => file[(file.LastIndexOf('/') + 1)..].Replace(".h", "", StringComparison.Ordinal);

    // No number is aligned to more than that; only long long is at all affected on 32-bit x86. Of both machines there are 32-bit objects only.
    private int MostAlignment => (target.Class, target.Machine) switch
    {
        (ElfClass.Elf32, ElfMachine.M68k) => 2,
        (ElfClass.Elf32, ElfMachine.I386) => 4,
        _ => 8,
    };

    // After the brace; up to the semicolon behind the one that closes.
    private DeviceStruct ReadStruct(HeaderTokens tokens, bool isUnion)
    {
        var layout = new StructLayout(isUnion);
        while (tokens.Current is not ("}" or ""))
            ReadMember(tokens, layout);
        tokens.Next();
        return layout.End(ReadAttributes(tokens));
    }

    private void ReadMember(HeaderTokens tokens, StructLayout layout)
    {
        (int size, int alignment) = ReadType(tokens, out DeviceStruct? inner);
        if (inner is not null && tokens.Skip(";"))
        {
            layout.AddNameless(inner);
            return;
        }
        do
        {
            bool isPointer = false;
            while (tokens.Current is "*" or "(" or "const")
            {
                isPointer |= tokens.Current == "*";
                tokens.Next();
            }
            string name = tokens.Current;
            tokens.Next();
            if (tokens.Skip(")"))
                SkipParentheses(tokens);
            long count = 1;
            while (tokens.Skip("["))
            {
                count *= Sum(tokens);
                tokens.Skip("]");
            }
            if (tokens.Skip(":"))
                layout.AddBits(name, size, (int)Sum(tokens));
            else
                layout.Add(name, isPointer ? WordSize : size, Math.Max(isPointer ? WordSize : alignment, ReadAttributes(tokens).Alignment), count);
        }
        while (tokens.Skip(","));
        if (!tokens.Skip(";") && tokens.Current != "}")
            tokens.Next();
    }

    private (int Size, int Alignment) ReadType(HeaderTokens tokens, out DeviceStruct? inner)
    {
        inner = null;
        while (tokens.Current is "const" or "volatile" or "signed")
            tokens.Next();
        string type = tokens.Current;
        tokens.Next();
        if (type is "struct" or "union" && tokens.Current == "{" && depth < MostDepth)
        {
            depth++;
            inner = ReadStruct(tokens.Next(), type == "union");
            depth--;
            return (inner.Size, inner.Alignment);
        }
        if (type is "struct" or "enum" or "union")
        {
            DeviceStruct? named = type == "struct" ? Struct(tokens.Current) : null;
            tokens.Next();
            return named is null ? (4, 4) : (named.Size, named.Alignment);
        }
        if (type is "unsigned" && tokens.Current is "char" or "short" or "int" or "long")
        {
            type = tokens.Current;
            tokens.Next();
        }
        (int size, int alignment) = SizeOf(type);
        return (size, Math.Min(alignment, MostAlignment));
    }

    private (int Size, int Alignment) SizeOf(string type) => type switch
    {
        "char" or "bool" or "__u8" or "u8" => (1, 1),
        "short" or "__u16" or "u16" or "__le16" or "__be16" => (2, 2),
        "__u64" or "u64" => (8, 8),
        "long" or "kernel_ulong_t" => (WordSize, WordSize),
        "guid_t" or "uuid_t" or "uuid_le" => (16, 1),
        _ => (4, 4),
    };

    // __attribute__((packed, aligned(2)))
    private StructAttributes ReadAttributes(HeaderTokens tokens)
    {
        var attributes = new StructAttributes(false, 0);
        while (tokens.Skip("__attribute__"))
        {
            int open = 0;
            do
            {
                open += tokens.Current == "(" ? 1 : tokens.Current == ")" ? -1 : 0;
                string word = tokens.Current;
                tokens.Next();
                if (word is "packed" or "__packed__")
                    attributes = attributes with { IsPacked = true };
                else if (word is "aligned" or "__aligned__" && tokens.Skip("("))
                {
                    attributes = attributes with { Alignment = (int)Sum(tokens) };
                    tokens.Skip(")");
                }
            }
            while (open > 0 && tokens.Current.Length > 0);
        }
        return attributes;
    }

    private static void SkipParentheses(HeaderTokens tokens)
    {
        int open = 0;
        do
        {
            open += tokens.Current == "(" ? 1 : tokens.Current == ")" ? -1 : 0;
            tokens.Next();
        }
        while (open > 0 && tokens.Current.Length > 0);
    }

    private long Sum(HeaderTokens tokens)
    {
        long value = Product(tokens);
        while (tokens.Current is "+" or "-")
            value = tokens.Skip("+") ? value + Product(tokens) : tokens.Skip("-") ? value - Product(tokens) : value;
        return value;
    }

    private long Product(HeaderTokens tokens)
    {
        long value = Operand(tokens);
        while (tokens.Current is "*" or "/")
        {
            bool isDivision = tokens.Current == "/";
            long right = Operand(tokens.Next());
            value = !isDivision ? value * right : right == 0 ? 0 : value / right;
        }
        return value;
    }

    private long Operand(HeaderTokens tokens)
    {
        string token = tokens.Current;
        bool isName = tokens.IsName, isNumber = tokens.IsNumber;
        tokens.Next();
        if (token == "sizeof")
        {
            tokens.Skip("(");
            int size = ReadType(tokens, out _).Size;
            tokens.Skip(")");
            return size;
        }
        if (token == "(")
        {
            long value = Sum(tokens);
            tokens.Skip(")");
            return value;
        }
        if (token == "~")
            return ~Operand(tokens);
        return isNumber ? CText.ParseUnsigned(ByteText.ToBytes(token), 0, out _) : isName ? Number(token) : 0;
    }
}
