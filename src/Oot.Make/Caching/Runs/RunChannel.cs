using System.Buffers.Binary;
using System.Globalization;
using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>
/// How a make hands up what it has noted: a nameless file that the make above opened for one command, named in a variable that recipes never see. First a mark that a make
/// has begun, at its end another with the whole; a make that dies, or does something, leaves the first without the second.
/// </summary>
internal static class RunChannel
{
    /// <summary>The variable: descriptor and identity of the file.</summary>
    public const string Variable = "OOT_RUN_RECORD";

    private const ulong Begun = 0x4e555242544f4f31, Ended = 0x444e4542544f4f31;

    /// <summary>The variable's value for a descriptor; null when it is not open.</summary>
    public static string? ValueFor(int descriptor) =>
        NativeFiles.NameOf(descriptor) is { } name ? string.Create(CultureInfo.InvariantCulture, $"{descriptor}:{name}") : null;

    /// <summary>Takes part in the run of the make above, when there is one; −1 when not. The descriptor is not inherited any further.</summary>
    public static int Join(string? value)
    {
        if (value is null || value.IndexOf(':') is not (> 0 and var colon)
            || !int.TryParse(value.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int descriptor)
            || descriptor < 3 || NativeFiles.NameOf(descriptor) != value[(colon + 1)..])
            return -1;
        NativeFiles.CloseOnExecute(descriptor);
        Span<byte> mark = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(mark, Begun);
        return NativeFiles.Append(descriptor, mark) ? descriptor : -1;
    }

    /// <summary>Hands up the whole.</summary>
    public static void HandUp(int descriptor, RunRecorder run)
    {
        var writer = new CacheWriter().Number(unchecked((long)Ended)).Number(0);
        RunContent.Write(run, writer);
        byte[] bytes = writer.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), bytes.Length - 16);
        _ = NativeFiles.Append(descriptor, bytes);
    }

    /// <summary>Takes what the makes of one command handed up; the recorder is closed when anything is missing.</summary>
    /// <param name="descriptor">The file.</param>
    /// <param name="most">How many makes the command could run; −1: not known.</param>
    /// <param name="run">Where it goes.</param>
    /// <param name="takesOutput">What they printed is taken too.</param>
    public static void Take(int descriptor, int most, RunRecorder run, bool takesOutput = true)
    {
        byte[] bytes = NativeFiles.Contents(descriptor);
        int at = 0, begun = 0, ended = 0;
        while (at + 8 <= bytes.Length && run.IsOpen)
        {
            ulong mark = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            at += 8;
            if (mark == Begun)
            {
                begun++;
                continue;
            }
            long length = mark == Ended && at + 8 <= bytes.Length ? BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)) : -1;
            at += 8;
            if (length < 0 || length > bytes.Length - at)
            {
                run.Refuse("a make below handed up something unreadable");
                return;
            }
            ended++;
            run.Merge(bytes.AsSpan(at, (int)length), takesOutput);
            at += (int)length;
        }
        if (begun != ended || begun == 0 || (most >= 0 && begun > most))
            run.Refuse("a make below did something");
    }
}
