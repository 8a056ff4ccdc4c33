using System.Text;
using Oot.Core;
using Oot.Make.Rules;
using Xunit;

namespace Oot.Make.Tests.Rules;

/// <summary>File name patterns against real make's <c>$(wildcard)</c>.</summary>
public sealed class WildcardTests
{
    private static readonly string[] Fixed =
    [
        "*", ".*", "*/", "f1/", "d1/", "d2/*", "*/*", "dang", "dan?", "./*", "f\\1", "*/x/", "?/", "a/", "a//f", "a//?", "//us?", "/", "/us?", "a*/[bf]",
        "\\f1", "*/../f1", ".//*1", "a/f/", "*/f/", "ld/*", "dang/", "dan?/", "[a-f]*", "[!d]*", "[[:digit:]f]*", "[.]*", "a?b/*", "f[1", "f[1]", "*/.",
        ".h/../f?", "*/\\x", "d\\1/x", "\\d1/*", "f?/", "*1/", "dan*/", "??/", "*//", "*///", "d1//", "f1//", "da\\ng/", "f\\1/", "d*//x", "//", "///",
        ".*/", "*/.*", "[", "[]f]1", "f[[:foo:]]", "f[a-", "f[\\1]", "f[!\\1]", "f[9-0]", "f[[.1.]]", "f[[=1=]]", "f[[.one.]]", "f1\\", "*\\\\", "f[^2]",
        "f[1/]", "d[1/]x", "*/*/*", "*/*/", ".", "..", "./", "f[[:alnum:]", "[[:alpha:][:digit:]]?", "*[!0-9]", "*\\", "d\\1/\\*", "*-*/", "nothing/*", "f1/*", "\\/us?", "*1\\/x", "*\\\\/", "\\d1\\/x", "*\\/", "d1\\//x",
    ];

    [Theory]
    [InlineData(1, 2000)]
    public void Wildcards_find_what_makes_wildcard_function_finds(int seed, int count)
    {
        Judge.Require();
        using TemporaryDirectory tree = Tree();
        string top = tree.At("top");
        var random = new Random(seed);
        string[] patterns = [.. Fixed, .. Enumerable.Range(0, count).Select(_ => RandomPattern(random))];
        var makefile = new StringBuilder("E :=\n");
        for (int i = 0; i < patterns.Length; i++)
            makefile.Append($"P := {patterns[i]}$(E)\n$(info {i} => $(wildcard $(P)))\n");
        makefile.Append("all: ; @:\n");
        (string output, _, _) = MakeProgram.Judge.Run(top, ["-s", "-f", "-"], makefile.ToString());
        string[] expected = output.Split('\n');
        var disk = new DiskBelow(top);
        var wildcard = new Wildcard(disk);
        var differences = new List<string>();
        for (int i = 0; i < patterns.Length; i++)
        {
            string ours = $"{i} => {string.Join(' ', wildcard.Expand(patterns[i]))}";
            if (ours != expected[i])
                differences.Add($"{patterns[i]}: make [{expected[i]}] oot [{ours}]");
        }
        Assert.True(differences.Count == 0, $"seed {seed}:\n{string.Join("\n", differences.Take(20))}");
    }

    [Fact]
    public void Home_directories_come_from_HOME_or_the_password_database()
    {
        Assert.Equal("/h/x", HomeDirectory.Expand("~/x", () => "/h"));
        Assert.Equal("/h", HomeDirectory.Expand("~", () => "/h"));
        Assert.Equal("/root/x", HomeDirectory.Expand("~root/x", () => ""));
        Assert.Null(HomeDirectory.Expand("~no-such-user", () => "/h"));
    }

    private static TemporaryDirectory Tree()
    {
        var tree = new TemporaryDirectory();
        foreach (string directory in new[] { "a/b", "d1/x", "d2", ".h", "a-b", "ab/f1/x" })
            Directory.CreateDirectory(tree.At("top/" + directory));
        foreach (string file in new[] { "a/f", "a-b/g", "d1/x/q", "f1", "f2", ".hid", "a/.z", "back\\slash", "x]", "-", "ab/f1/x/1", "\u00e9" })
            File.WriteAllText(tree.At("top/" + file), "");
        File.CreateSymbolicLink(tree.At("top/dang"), "nowhere");
        File.CreateSymbolicLink(tree.At("top/ld"), "d1");
        File.CreateSymbolicLink(tree.At("top/lf"), "f1");
        return tree;
    }

    private static string RandomPattern(Random random)
    {
        string[] pieces =
        [
            "*", "?", "f", "1", "x", "a", "b", "d", "/", "/", ".", "..", "[", "]", "[a-f]", "[!a]", "[^.]", "\\", "-", "*/", "[[:alpha:]]", "[[:digit:]-]", "h", "[]x]", "[\\]x]", "ab", "d1",
        ];
        string pattern;
        do
            pattern = string.Concat(Enumerable.Range(0, 1 + random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
        while (pattern.StartsWith('/') || pattern.Contains("../.."));
        return pattern;
    }
}
