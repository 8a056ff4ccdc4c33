namespace Oot.Make.Caching.Runs;

/// <summary>A file of this user's, mapped into memory for as long as the process lives.</summary>
internal readonly unsafe struct MappedFile
{
    private readonly byte* _start;
    private readonly int _length;

    private MappedFile(byte* start, int length)
    {
        _start = start;
        _length = length;
    }

    /// <summary>The content; empty when there is no such file, when it is not this user's alone, or when it is above <paramref name="most"/> bytes.</summary>
    public static MappedFile Open(string path, long most)
    {
        nint start = NativeFiles.MapOwn(path, most, out int length);
        return start == 0 ? default : new MappedFile((byte*)start, length);
    }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => new(_start, _length);
}
