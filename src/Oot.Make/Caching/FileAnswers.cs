using System.Globalization;
using Oot.Core;
using Oot.Make.Witnessing;

namespace Oot.Make.Caching;

/// <summary>Asks the disk, and within one run only once.</summary>
internal sealed class FileAnswers
{
    private readonly Dictionary<FileQuestion, FileAnswer> _known = [];

    /// <summary>The answer; asked anew after <see cref="Forget"/>.</summary>
    public FileAnswer Of(FileQuestion question)
    {
        if (!_known.TryGetValue(question, out FileAnswer answer))
            _known.Add(question, answer = Ask(question));
        return answer;
    }

    /// <summary>Another one after each <see cref="Forget"/>.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Something has run that may have changed files.</summary>
    public void Forget()
    {
        _known.Clear();
        Version++;
    }

    /// <summary>What the disk says now.</summary>
    public static FileAnswer Ask(FileQuestion question) => question.Kind switch
    {
        FileQuestionKind.Identity => NativeFiles.Status(NativeFiles.CurrentDirectory, question.Path, followsLinks: true),
        FileQuestionKind.Existence => Exists(NativeFiles.Status(NativeFiles.CurrentDirectory, question.Path, followsLinks: false)),
        FileQuestionKind.Type => new FileAnswer(NativeFiles.TypeOf(question.Path), 0, 0),
        FileQuestionKind.Writable => new FileAnswer(NativeFiles.IsWritable(question.Path) ? 1UL : 0, 0, 0),
        FileQuestionKind.Listing => Listing(question.Path),
        FileQuestionKind.State => new FileAnswer(FileState.Of(new Disk(), question.Path)?.Hash ?? 0, 0, 0),
        FileQuestionKind.LinkIdentity => NativeFiles.Status(NativeFiles.CurrentDirectory, question.Path, followsLinks: false),
        FileQuestionKind.Place => NativeFiles.PlaceOf(question.Path),
        _ => OfRealPath(new Disk().RealPath(question.Path, out string real), real),
    };

    /// <summary>Existence alone.</summary>
    public static FileAnswer Exists(FileAnswer answer) => new(answer.Place == 0 ? 0UL : 1, 0, 0);

    /// <summary>The answer to <see cref="FileQuestionKind.RealPath"/>.</summary>
    public static FileAnswer OfRealPath(int errno, string real) => errno == 0 ? new FileAnswer(TextHash.Of(real) | 1, 0, 0) : NativeFiles.Missing(errno);

    private static FileAnswer Listing(string path) => new Disk().List(path, out IReadOnlyList<string> names) == 0 ? new FileAnswer(HashOf(names), 0, 0) : default;

    /// <summary>A hash over a directory's names. Their order means nothing to make, which sorts.</summary>
    public static ulong HashOf(IReadOnlyList<string> names)
    {
        ulong sum = 1;
        foreach (string name in names)
            sum += TextHash.Of(name);
        return sum;
    }

    /// <summary>A text for a key.</summary>
    public static string Text(FileAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"{answer.Place:x}.{answer.ModifiedNs:x}.{answer.ChangedNs:x}");
}
