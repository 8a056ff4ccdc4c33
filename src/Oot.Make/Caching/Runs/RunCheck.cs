using System.Text;
using Oot.Core;

namespace Oot.Make.Caching.Runs;

/// <summary>Asks again all that a remembered run had asked.</summary>
internal static unsafe class RunCheck
{
    /// <summary>A run in more working directories than these is not remembered.</summary>
    public const int MostDirectories = 256;

    /// <summary>Whether every answer is what it was; then the reader stands before what was printed. The clock, in nanoseconds since 1970, must not be behind any file.</summary>
    public static bool Holds(ref RunReader reader, long now)
    {
        ReadOnlySpan<byte> kernel = reader.Text();
        if (kernel.Length > 0 && !IsText(kernel, KernelName.Text))
            return false;
        if (reader.Number() > now)
            return false;
        int count = reader.Count();
        if (count > MostDirectories)
            return false;
        Span<int> directories = stackalloc int[count];
        int opened = 0;
        while (opened < count)
        {
            fixed (byte* path = reader.Text())
                directories[opened] = path == null ? -1 : NativeFiles.OpenDirectory(path);
            if (directories[opened] < 0)
                break;
            opened++;
        }
        bool holds = opened == count && HoldInputs(ref reader, directories) && !reader.IsBroken;
        foreach (int descriptor in directories[..opened])
            NativeFiles.Close(descriptor);
        return holds;
    }

    private static bool HoldInputs(ref RunReader reader, scoped ReadOnlySpan<int> directories)
    {
        int count = reader.Count();
        for (int i = 0; i < count; i++)
        {
            long kind = reader.Number();
            var answer = new FileAnswer((ulong)reader.Number(), reader.Number(), reader.Number());
            ulong content = (ulong)reader.Number();
            ReadOnlySpan<byte> path = reader.Text();
            if (reader.IsBroken || (ulong)(kind >> 8) >= (ulong)directories.Length)
                return false;
            fixed (byte* start = path, empty = "\0"u8)
                if (!Holds((FileQuestionKind)(byte)kind, answer, content, directories[(int)(kind >> 8)], path.IsEmpty ? empty : start, path.Length))
                    return false;
        }
        return true;
    }

    private static bool Holds(FileQuestionKind kind, FileAnswer answer, ulong content, int directory, byte* path, int length) => kind switch
    {
        FileQuestionKind.Identity => NativeFiles.Status(directory, path, followsLinks: true) == answer,
        FileQuestionKind.LinkIdentity => NativeFiles.Status(directory, path, followsLinks: false) == answer,
        FileQuestionKind.Existence => FileAnswers.Exists(NativeFiles.Status(directory, path, followsLinks: false)) == answer,
        FileQuestionKind.Place => NativeFiles.PlaceOf(directory, path) == answer,
        FileQuestionKind.Listing or FileQuestionKind.State => NativeFiles.Status(directory, path, followsLinks: kind == FileQuestionKind.Listing) == answer || FileAnswers.Ask(Question(kind, directory, path, length)).Place == content,
        FileQuestionKind.RealPath or FileQuestionKind.Writable or FileQuestionKind.Type => FileAnswers.Ask(Question(kind, directory, path, length)) == answer,
        _ => false,
    };

    private static FileQuestion Question(FileQuestionKind kind, int directory, byte* path, int length)
    {
        string text = Encoding.Latin1.GetString(path, length);
        if (text.StartsWith('/'))
            return new FileQuestion(text, kind);
        new Disk().ReadLink(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/proc/self/fd/{directory}"), out string name);
        return new FileQuestion($"{name}/{text}", kind);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, string text)
    {
        if (bytes.Length != text.Length)
            return false;
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] != text[i])
                return false;
        return true;
    }
}
