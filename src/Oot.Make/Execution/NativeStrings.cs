using System.Runtime.InteropServices;
using System.Text;

namespace Oot.Make.Execution;

/// <summary>A null-terminated array of C strings in one block of memory, as <c>exec</c> takes it.</summary>
internal readonly unsafe struct NativeStrings : IDisposable
{
    public NativeStrings(IReadOnlyList<string> texts)
    {
        nuint size = (nuint)(texts.Count + 1) * (nuint)sizeof(byte*);
        for (int i = 0; i < texts.Count; i++)
            size += (nuint)texts[i].Length + 1;
        Pointer = (byte**)NativeMemory.Alloc(size);
        byte* next = (byte*)(Pointer + texts.Count + 1);
        for (int i = 0; i < texts.Count; i++)
        {
            Pointer[i] = next;
            next += Encoding.Latin1.GetBytes(texts[i], new Span<byte>(next, texts[i].Length));
            *next++ = 0;
        }
        Pointer[texts.Count] = null;
    }

    public byte** Pointer { get; }

    public void Dispose() => NativeMemory.Free(Pointer);
}
