using System.Runtime.InteropServices;

namespace Oot.Core;

/// <summary>A list of words as C's <c>char *const[]</c>, with its null at the end.</summary>
internal sealed unsafe class NativeWords : IDisposable
{
    private readonly int count;

    internal NativeWords(IReadOnlyList<string> words)
    {
        count = words.Count;
        Pointer = (byte**)NativeMemory.AllocZeroed((nuint)(count + 1), (nuint)sizeof(byte*));
        for (int i = 0; i < count; i++)
        {
            byte[] bytes = ByteText.ToZeroTerminated(words[i]);
            Pointer[i] = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
            bytes.CopyTo(new Span<byte>(Pointer[i], bytes.Length));
        }
    }

    internal byte** Pointer { get; }

    public void Dispose()
    {
        for (int i = 0; i < count; i++)
            NativeMemory.Free(Pointer[i]);
        NativeMemory.Free(Pointer);
    }
}
