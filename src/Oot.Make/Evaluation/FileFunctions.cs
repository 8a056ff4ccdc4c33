using System.Text;
using Oot.Core;
using Oot.Make.Syntax;

namespace Oot.Make.Evaluation;

/// <summary>The functions on file names and files.</summary>
internal static class FileFunctions
{
    private const int MaximumPath = 4096;

    public static void Directory(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
        {
            int slash = word.LastIndexOf('/');
            TextFunctions.AppendWord(output, slash < 0 ? "./" : word[..(slash + 1)], ref any);
        }
    }

    public static void NotDirectory(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            TextFunctions.AppendWord(output, word[(word.LastIndexOf('/') + 1)..], ref any);
    }

    public static void Suffix(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            if (SuffixStart(word) is >= 0 and var dot)
                TextFunctions.AppendWord(output, word[dot..], ref any);
    }

    public static void BaseName(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            TextFunctions.AppendWord(output, SuffixStart(word) is >= 0 and var dot ? word[..dot] : word, ref any);
    }

    /// <summary>Where the suffix of a name starts: its last dot, if no slash follows; else −1.</summary>
    private static int SuffixStart(ReadOnlySpan<char> word)
    {
        int at = word.LastIndexOfAny('.', '/');
        return at >= 0 && word[at] == '.' ? at : -1;
    }

    public static void AddPrefix(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[1]))
        {
            TextFunctions.AppendWord(output, arguments[0], ref any);
            output.Append(word);
        }
    }

    public static void AddSuffix(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[1]))
        {
            TextFunctions.AppendWord(output, word, ref any);
            output.Append(arguments[0]);
        }
    }

    public static void Join(Expander expander, string[] arguments, StringBuilder output)
    {
        var first = new WordEnumerator(arguments[0]);
        var second = new WordEnumerator(arguments[1]);
        bool any = false;
        while (true)
        {
            bool hasFirst = first.MoveNext(), hasSecond = second.MoveNext();
            if (!hasFirst && !hasSecond)
                return;
            TextFunctions.AppendWord(output, hasFirst ? first.Current : default, ref any);
            if (hasSecond)
                output.Append(second.Current);
        }
    }

    public static void Wildcard(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (string name in expander.WildcardNames(arguments[0]))
            TextFunctions.AppendWord(output, name, ref any);
    }

    public static void AbsolutePath(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            if (word.Length < MaximumPath)
                TextFunctions.AppendWord(output, Normalize(word, expander.StartingDirectory), ref any);
    }

    /// <summary>An absolute name without <c>.</c>, <c>..</c> and repeated slashes; links are not looked at.</summary>
    private static string Normalize(ReadOnlySpan<char> name, string directory)
    {
        // The directory is normal already, apart from a working directory of "/".
        var path = new StringBuilder(name[0] == '/' || directory == "/" ? "" : directory);
        foreach (Range range in name.Split('/'))
        {
            ReadOnlySpan<char> part = name[range];
            if (part.IsEmpty || part is ".")
                continue;
            if (part is "..")
            {
                while (path.Length > 0 && path[^1] != '/')
                    path.Length--;
                if (path.Length > 0)
                    path.Length--;
                continue;
            }
            path.Append('/').Append(part);
        }
        return path.Length == 0 ? "/" : path.ToString();
    }

    public static void RealPath(Expander expander, string[] arguments, StringBuilder output)
    {
        bool any = false;
        foreach (ReadOnlySpan<char> word in new WordEnumerator(arguments[0]))
            if (word.Length < MaximumPath && expander.Disk.RealPath(word.ToString(), out string real) == 0)
                TextFunctions.AppendWord(output, real, ref any);
    }

    public static void File(Expander expander, string[] arguments, StringBuilder output)
    {
        string operation = arguments[0];
        if (operation.StartsWith(">>", StringComparison.Ordinal))
            Write(expander, FileName(expander, operation, 2), arguments, append: true);
        else if (operation.StartsWith('>'))
            Write(expander, FileName(expander, operation, 1), arguments, append: false);
        else if (operation.StartsWith('<'))
            Read(expander, FileName(expander, operation, 1), arguments, output);
        else
            throw expander.Fatal($"file: invalid file operation: {operation}");
    }

    private static string FileName(Expander expander, string operation, int at)
    {
        int start = Characters.NextToken(operation, at);
        if (start == operation.Length)
            throw expander.Fatal("file: missing filename");
        return operation[start..Characters.EndOfToken(operation, start)];
    }

    private static void Write(Expander expander, string name, string[] arguments, bool append)
    {
        string text = arguments.Length < 2 ? "" : arguments[1].EndsWith('\n') ? arguments[1] : arguments[1] + "\n";
        int errno = expander.Disk.Write(name, text, append);
        expander.FilesChanged();
        if (errno != 0)
        {
            bool exists = expander.Disk.Stat(name, out FileStatus status) == 0;
            string step = errno == Errno.NoSpace || (exists && !status.IsRegular && !status.IsDirectory) ? "write" : "open";
            throw expander.Messages.Fatal(expander.ReadingLocation, $"{step}: {name}: {Errno.Message(errno)}");
        }
    }

    private static void Read(Expander expander, string name, string[] arguments, StringBuilder output)
    {
        if (arguments.Length > 1)
            throw expander.Fatal("file: too many arguments");
        int errno = expander.Disk.Read(name, out string text);
        if (errno == Errno.NoEntry)
        {
            expander.VerboseDebug?.Invoke($"file: Failed to open '{name}': {Errno.Message(errno)}\n");
            return;
        }
        if (errno != 0)
        {
            string step = errno == Errno.IsDirectory ? "read" : "open";
            throw expander.Messages.Fatal(expander.ReadingLocation, $"{step}: {name}: {Errno.Message(errno)}");
        }
        int end = text.Length;
        if (end > 0 && text[end - 1] == '\n')
            end -= end > 1 && text[end - 2] == '\r' ? 2 : 1;
        output.Append(text, 0, end);
    }
}
