using System.Globalization;
using Oot.Core;

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

    /// <summary>Something has run that may have changed files.</summary>
    public void Forget() => _known.Clear();

    /// <summary>What the disk says now.</summary>
    public static FileAnswer Ask(FileQuestion question) => question.Kind switch
    {
        FileQuestionKind.Identity => NativeFiles.Status(NativeFiles.CurrentDirectory, question.Path, followsLinks: true),
        FileQuestionKind.Existence => Exists(NativeFiles.Status(NativeFiles.CurrentDirectory, question.Path, followsLinks: false)),
        FileQuestionKind.Type => new FileAnswer(NativeFiles.TypeOf(question.Path), 0, 0),
        FileQuestionKind.Writable => new FileAnswer(NativeFiles.IsWritable(question.Path) ? 1UL : 0, 0, 0),
        FileQuestionKind.Listing => Listing(question.Path),
        _ => new FileAnswer(new Disk().RealPath(question.Path, out string real) == 0 ? TextHash.Of(real) : 0, 0, 0),
    };

    /// <summary>Existence alone.</summary>
    public static FileAnswer Exists(FileAnswer answer) => new(answer.Place == 0 ? 0UL : 1, 0, 0);

    private static FileAnswer Listing(string path)
    {
        if (new Disk().List(path, out IReadOnlyList<string> names) != 0)
            return default;
        ulong sum = 1;
        // The order of a directory means nothing to make, which sorts.
        foreach (string name in names)
            sum += TextHash.Of(name);
        return new FileAnswer(sum, 0, 0);
    }

    /// <summary>A text for a key.</summary>
    public static string Text(FileAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"{answer.Place:x}.{answer.ModifiedNs:x}.{answer.ChangedNs:x}");
}
