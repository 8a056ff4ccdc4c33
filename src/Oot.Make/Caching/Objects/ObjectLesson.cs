using Oot.Core;

namespace Oot.Make.Caching.Objects;

/// <summary>A compiler that runs: what it says is held until its end, since an object is only kept if there was nothing to say.</summary>
internal sealed class ObjectLesson
{
    private readonly int _saidTo;
    private readonly Action<bool> _keep;

    private ObjectLesson(int errors, int saidTo, Action<bool> keep)
    {
        (Errors, _saidTo, _keep) = (errors, saidTo, keep);
    }

    /// <summary>What the compiler gets for its errors.</summary>
    public int Errors { get; }

    /// <summary>A lesson that has begun; null when there are no descriptors left for it.</summary>
    /// <param name="errors">The descriptor that the compiler would have for errors; below 0 make's own.</param>
    /// <param name="keep">Keeps what was made; told whether it succeeded and said nothing.</param>
    public static ObjectLesson? Begin(int errors, Action<bool> keep)
    {
        int held = NativeFiles.OpenMemory(), saidTo = Execution.Shell.FileCalls.Duplicate(errors < 0 ? 2 : errors);
        if (held >= 0 && saidTo >= 0)
            return new ObjectLesson(held, saidTo, keep);
        Close(held);
        Close(saidTo);
        return null;
    }

    /// <summary>The compiler has not been started.</summary>
    public void Drop()
    {
        Close(Errors);
        Close(_saidTo);
    }

    /// <summary>The compiler has ended.</summary>
    public void End(bool succeeded)
    {
        byte[] said = NativeFiles.Contents(Errors);
        _ = Disk.WriteAll(_saidTo, said);
        Drop();
        _keep(succeeded && said.Length == 0);
    }

    private static void Close(int descriptor)
    {
        if (descriptor >= 0)
            NativeFiles.Close(descriptor);
    }
}
