namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Reads the preprocessed source, of which nobody says how long it is.</summary>
internal static class InputText
{
    private const int FirstSize = 3 << 20;

    /// <returns>The bytes, behind them at least <paramref name="padding"/> bytes 0; null when they cannot be read.</returns>
    internal static byte[]? Read(Stream input, int padding, out int length)
    {
        byte[] text = GC.AllocateUninitializedArray<byte>(FirstSize);
        length = 0;
        try
        {
            while (input.Read(text, length, text.Length - length - padding) is > 0 and var read)
            {
                length += read;
                if (text.Length - length <= padding)
                    Grow(ref text, length);
            }
        }
        catch (IOException)
        {
            return null;
        }
        text.AsSpan(length, padding).Clear();
        return text;
    }

    private static void Grow(ref byte[] text, int length)
    {
        byte[] larger = GC.AllocateUninitializedArray<byte>(2 * text.Length);
        text.AsSpan(0, length).CopyTo(larger);
        text = larger;
    }
}
