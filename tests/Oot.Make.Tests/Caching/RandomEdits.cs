namespace Oot.Make.Tests.Caching;

/// <summary>Edits that try to fool a memory: chosen by chance, and the same for every twin.</summary>
internal sealed class RandomEdits(int seed)
{
    private static readonly string[] Sources = ["one.c", "two.c", "three.c", "four.c", "kind", "extra.h", "headers2/common.h", "headers1/common.h", "rules.mk", "missing.mk", "sub1/in", "sub1/include/a", "sub1/include/b", "sub2/in", "one.d", "two.d"];
    private static readonly string[] Products = ["one.o", "two.o", "three.o", "sub1/out", "sub2/out"];
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <summary>Variables to set in the next runs.</summary>
    public IEnumerable<(string Name, string Value)> Environment => _environment.Select(pair => (pair.Key, pair.Value));

    /// <summary>Words of the next runs.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>Does one edit in every directory; the value names it.</summary>
    public string Next(params IReadOnlyList<string> roots)
    {
        string source = Pick(Sources), product = Pick(Products);
        int number = _random.Next(1000);
        switch (_random.Next(20))
        {
            case 0:
                return Each(roots, "content of " + source, root => File.WriteAllText(Made(root, source), Content(source, number)));
            case 1:
                return Each(roots, "same size, same time: " + source, root => SameTime(Path.Combine(root, source), text => Swapped(text)));
            case 2:
                return Each(roots, "new time of " + source, root => SetTime(Path.Combine(root, source), DateTime.UtcNow));
            case 3:
                return Each(roots, "old time of " + source, root => SetTime(Path.Combine(root, source), new DateTime(2001, 1, 1, 0, 0, number % 60, DateTimeKind.Utc)));
            case 4:
                return Each(roots, "old time of " + product, root => SetTime(Path.Combine(root, product), new DateTime(2002, 1, 1, 0, 0, number % 60, DateTimeKind.Utc)));
            case 5:
                return Each(roots, "no " + product, root => File.Delete(Path.Combine(root, product)));
            case 6:
                return Each(roots, "no " + source, root => File.Delete(Path.Combine(root, source)));
            case 7:
                return Each(roots, $"{source} by another file of the name", root => Replace(Path.Combine(root, source)));
            case 8:
                return Each(roots, $"{product} emptied", root => File.WriteAllText(Made(root, product), ""));
            case 9:
                return Each(roots, "tool in place", root => Tool(root, number % 3));
            case 10:
                return Each(roots, "mode of tool", root => FlipMode(Path.Combine(root, "tool")));
            case 11:
                return Each(roots, "link", root => Relink(root));
            case 12:
                return Each(roots, "a directory " + source + ".dir", root => Directory.CreateDirectory(Path.Combine(root, source + ".dir")));
            case 13:
                return Toggle(_environment, "FLAVOUR", number);
            case 14:
                return Toggle(_environment, "MODE", number);
            case 15:
                return Toggle(_environment, Pick(["UNUSED", "LC_TIME", "GCC_COLORS", "MAKEFLAGS"]), number);
            case 16:
                string word = Pick(["MODE=word", "-k", "-s", "-r", "KIND=loud", "one.o", "sub", "-w", "-n", "-B"]);
                if (!_words.Remove(word))
                    _words.Add(word);
                return "word " + word;
            case 17:
                return Each(roots, $"{source} renamed and back", root => RenameTwice(Path.Combine(root, source)));
            case 18:
                return Each(roots, "kind", root => File.WriteAllText(Path.Combine(root, "kind"), number % 2 == 0 ? "loud\n" : "calm\n"));
            default:
                return Each(roots, "Makefile's time", root => SetTime(Path.Combine(root, "Makefile"), DateTime.UtcNow));
        }
    }

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];

    private static string Each(IReadOnlyList<string> roots, string name, Action<string> edit)
    {
        foreach (string root in roots)
            edit(root);
        return name;
    }

    private static string Toggle(Dictionary<string, string> environment, string name, int number)
    {
        if (!environment.Remove(name))
            environment[name] = name == "MAKEFLAGS" ? "k" : "v" + number % 3;
        return "variable " + name;
    }

    private static string Made(string root, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, name))!);
        return Path.Combine(root, name);
    }

    private static string Content(string name, int number) => name switch
    {
        "rules.mk" or "missing.mk" => $"NAME = n{number}\n",
        "one.d" or "two.d" => $"{name[..3]}.o: {(number % 2 == 0 ? "extra.h" : "kind")}\n",
        _ => $"text {number}\n",
    };

    private static void SetTime(string path, DateTime time)
    {
        if (File.Exists(path))
            File.SetLastWriteTimeUtc(path, time);
    }

    private static void SameTime(string path, Func<string, string> change)
    {
        if (!File.Exists(path) || path.EndsWith(".mk", StringComparison.Ordinal) || path.EndsWith(".d", StringComparison.Ordinal))
            return;
        DateTime time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, change(File.ReadAllText(path)));
        File.SetLastWriteTimeUtc(path, time);
    }

    private static string Swapped(string text) => string.Concat(text.Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));

    private static void Replace(string path)
    {
        if (!File.Exists(path))
            return;
        File.Copy(path, path + ".tmp");
        File.SetLastWriteTimeUtc(path + ".tmp", File.GetLastWriteTimeUtc(path));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static void RenameTwice(string path)
    {
        if (!File.Exists(path))
            return;
        File.Move(path, path + ".away");
        File.Move(path + ".away", path);
    }

    private static void Tool(string root, int version)
    {
        string path = Path.Combine(root, "tool");
        DateTime time = File.GetLastWriteTimeUtc(path);
        UnixFileMode mode = File.GetUnixFileMode(path);
        File.WriteAllText(path, $"#!/bin/sh\necho tool {version}\n");
        File.SetUnixFileMode(path, mode);
        File.SetLastWriteTimeUtc(path, time);
    }

    private static void FlipMode(string path) => File.SetUnixFileMode(path, File.GetUnixFileMode(path) ^ UnixFileMode.UserExecute ^ UnixFileMode.GroupExecute ^ UnixFileMode.OtherExecute);

    private static void Relink(string root)
    {
        string link = Path.Combine(root, "link"), target = new FileInfo(link).LinkTarget == "sub1" ? "sub2" : "sub1";
        File.Delete(link);
        File.CreateSymbolicLink(link, target);
    }
}
