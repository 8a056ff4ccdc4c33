namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Reads the preprocessed source, of which nobody says how long it is.</summary>
internal static class InputText
{
    private const int FirstSize = 3 << 20;

    /// <returns>The bytes, behind them at least <paramref name="padding"/> bytes 0.</returns>
    internal static byte[] Read(Stream input, int padding, out int length)
    {
        byte[] text = GC.AllocateUninitializedArray<byte>(FirstSize);
        length = 0;
        while (true)
        {
            int read = input.Read(text, length, text.Length - length - padding);
            length += read;
            if (read <= 0)
                break;
            if (text.Length - length <= padding)
                Grow(ref text, length);
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
