using Oot.Core;

namespace Oot.Kernel.Modules;

/// <summary>The <c>key=value</c> strings of a <c>.modinfo</c>, in the order of the file; zero bytes between them are padding.</summary>
public readonly ref struct ModuleStrings(ReadOnlySpan<byte> section)
{
    private readonly ReadOnlySpan<byte> section = section;

    /// <summary>Each string.</summary>
    public Enumerator GetEnumerator() => new(section);

    /// <summary>The first value of a key, as the kernel finds it; false when it is absent.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value)
    {
        foreach (ReadOnlySpan<byte> text in this)
        {
            if (text.Length > key.Length && text[key.Length] == '=' && text.StartsWith(key))
            {
                value = text[(key.Length + 1)..];
                return true;
            }
        }
        value = [];
        return false;
    }

    /// <summary>The first value of a key as byte text; null when it is absent.</summary>
    public string? Text(ReadOnlySpan<byte> key) => TryGet(key, out ReadOnlySpan<byte> value) ? ByteText.FromBytes(value) : null;

    /// <summary>Every value of a key as byte text.</summary>
    public string[] All(ReadOnlySpan<byte> key)
    {
        List<string>? values = null;
        foreach (ReadOnlySpan<byte> text in this)
        {
            if (text.Length > key.Length && text[key.Length] == '=' && text.StartsWith(key))
                (values ??= []).Add(ByteText.FromBytes(text[(key.Length + 1)..]));
        }
        return values is null ? [] : [.. values];
    }

    /// <summary>Goes over the strings.</summary>
    public ref struct Enumerator(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> rest = rest;

        /// <summary>The string, without its zero.</summary>
        public ReadOnlySpan<byte> Current { get; private set; }

        /// <summary>Goes to the next one.</summary>
        public bool MoveNext()
        {
            int start = rest.IndexOfAnyExcept((byte)0);
            if (start < 0)
                return false;
            rest = rest[start..];
            int end = rest.IndexOf((byte)0);
            Current = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[end..];
            return true;
        }
    }
}
