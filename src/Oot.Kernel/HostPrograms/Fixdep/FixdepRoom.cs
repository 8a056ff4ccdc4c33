using System.Buffers;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>The memory of a run.</summary>
internal sealed class FixdepRoom
{
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

    /// <summary>How many bytes it is.</summary>
    internal int Size => Text.Capacity + Named.Capacity + Options.Size + Files.Size + List.Length + Content.Length;

    /// <summary>Makes it as good as new.</summary>
    internal void Clear()
    {
        Text.ResetWrittenCount();
        Options.Clear();
        Files.Clear();
    }
}
