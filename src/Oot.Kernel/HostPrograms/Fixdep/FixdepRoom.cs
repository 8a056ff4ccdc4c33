using System.Buffers;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>The memory of a run, which serves the next one again: fresh memory costs a fault a page, a quarter of what a run takes.</summary>
internal sealed class FixdepRoom
{
    private const int MostKept = 1 << 22;

    private static FixdepRoom? spare;

    private FixdepRoom()
    {
    }

    /// <summary>What is written.</summary>
    internal ArrayBufferWriter<byte> Text { get; } = new(1 << 18);

    /// <summary>The options of one file.</summary>
    internal ArrayBufferWriter<byte> Named { get; } = new(1 << 10);

    /// <summary>The options that are listed.</summary>
    internal ByteSet Options { get; } = new();

    /// <summary>The files that are listed.</summary>
    internal ByteSet Files { get; } = new();

    /// <summary>The dependency file.</summary>
    internal byte[] List = new byte[1 << 17];

    /// <summary>One of its files.</summary>
    internal byte[] Content = new byte[1 << 18];

    /// <summary>Room that nobody else has.</summary>
    internal static FixdepRoom Take() => Interlocked.Exchange(ref spare, null) ?? new FixdepRoom();

    /// <summary>It is not needed any more; kept unless it has become large.</summary>
    internal void GiveBack()
    {
        Text.ResetWrittenCount();
        Options.Clear();
        Files.Clear();
        if (Text.Capacity + List.Length + Content.Length <= MostKept)
            Volatile.Write(ref spare, this);
    }
}
