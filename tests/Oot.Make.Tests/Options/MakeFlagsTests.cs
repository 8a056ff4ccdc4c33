using System.Text.RegularExpressions;
using Oot.Make.Tests.TwinCases;
using Xunit;

namespace Oot.Make.Tests.Options;

/// <summary>oot's MAKEFLAGS and MFLAGS against real make's, while the makefile is read, after it changes them, and in a recipe.</summary>
public sealed partial class MakeFlagsTests
{
    private static readonly string[][] CommandWords =
    [
        ["-B"], ["-d"], ["-e"], ["-i"], ["-k"], ["-S"], ["-L"], ["-p"], ["-r"], ["-R"], ["-s"], ["-w"], ["-b"], ["-m"], ["-ki"], ["-n"], ["-t"], ["-q"], ["--dry-run"],
        ["--keep-going"], ["--stop"], ["--no-keep-going"], ["--quiet"], ["--no-silent"], ["--sil"], ["--no-print-directory"], ["--print-dir"],
        ["-I", "/usr"], ["-I/a b"], ["-I", "./x/y"], ["-I", "-"], ["--include-dir=.//q"], ["-I/usr"], ["-I~/z"],
        ["-j"], ["-j3"], ["-j", "2"], ["--jobs"], ["--jobs=5"], ["-j1"], ["-kj4"], ["-j +2"],
        ["-l"], ["-l", "2.5"], ["-l1e9"], ["--load-average=0.00001"], ["--max-load", ".5"], ["-l", "1234567"], ["-l0x10"],
        ["-O"], ["-Oline"], ["-Onone"], ["--output-sync=recurse"], ["--output-sync"],
        ["--debug"], ["--debug=v"], ["--debug=i,j"], ["--debug=none"], ["--debug=m basic"],
        ["--trace"], ["--warn-undefined-variables"], ["--warn"], ["--shuffle=7"], ["--shuffle=REVERSE"], ["--shuffle=none"], ["--shuffle=identity"],
        ["-E", "Q=1"], ["--eval=Z=a b$$c\\d"], ["-EQ=1"], ["-o", "oldfile"], ["-W", "newfile"], ["-W./newfile"], ["-"],
        ["X=1"], ["Y=a b"], ["W:=c\\d"], ["V=p$$q"], ["X=2"], ["--jobserver-style=pipe"],
    ];

    private static readonly string[] MakefileWords =
    [
        "-k", "k", "rR", "-s", "--no-silent", "-w", "--no-print-directory", "-I /inc", "--trace", "--debug=j", "-Otarget", "-i", "-l2", "-z", "--bogus",
        "-- A=1", "B=2", "--warn", "-S", "-B", "--shuffle=9", "-f x", "-h", "-L",
    ];

    private const string Probe = """
        $(info F=[$(value MAKEFLAGS)])
        $(info M=[$(value MFLAGS)])
        $(info C=[$(value -*-command-variables-*-)])
        $(info E=[$(value -*-eval-flags-*-)])
        @SET@
        $(info G=[$(value MAKEFLAGS)])
        all: ; @+:$(info R=[$(value MAKEFLAGS)])$(info N=[$(value MFLAGS)])

        """;

    [Theory]
    [InlineData(1, 300)]
    public void Flags_are_written_as_make_writes_them(int seed, int count)
    {
        using var directory = new TemporaryDirectory();
        var random = new Random(seed);
        var differences = new List<string>();
        for (int i = 0; i < count; i++)
        {
            List<string> words = Pick(CommandWords, random, random.Next(6)).SelectMany(w => w).ToList();
            string? environment = random.Next(4) == 0 ? string.Join(' ', Pick(MakefileWords.Where(Valid).ToArray(), random, 2)) : null;
            string? assigned = random.Next(2) == 0 ? string.Join(' ', Pick(MakefileWords, random, 1 + random.Next(2))) : null;
            string difference = Compare(directory.Path, words, environment, assigned);
            if (difference.Length > 0)
                differences.Add($"{string.Join(' ', words)} | env {environment} | set {assigned}\n{difference}");
        }
        Assert.True(differences.Count == 0, $"seed {seed}, {differences.Count} of {count}:\n{string.Join("\n", differences.Take(8))}");

        static bool Valid(string word) => word is not ("-z" or "--bogus" or "-f x" or "-h" or "k" or "rR" or "-- A=1");
    }

    private static IEnumerable<T> Pick<T>(T[] from, Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]);

    private static string Compare(string directory, List<string> words, string? environment, string? assigned)
    {
        File.WriteAllText(Path.Combine(directory, "Makefile"), Probe.Replace("@SET@", assigned is null ? "" : "MAKEFLAGS += " + assigned));
        (string Name, string Value)[] variables = environment is null ? [] : [("MAKEFLAGS", environment)];
        string expected = Seen(MakeProgram.Judge.Run(directory, words, "", variables));
        string actual = Seen(MakeProgram.Oot.Run(directory, words, "", variables));
        return expected == actual ? "" : LineDifference.Of(expected, actual);
    }

    /// <summary>The probe's lines; what <c>-d</c> and <c>-p</c> add is not the matter here, nor that oot's jobserver is a pipe.</summary>
    private static string Seen(MakeResult result)
    {
        string probe = string.Join('\n', result.Output.Split('\n').Where(line => line.Length > 2 && line[1] == '=' && line[2] == '['));
        return TemporaryName().Replace($"{probe}\n{result.Errors}[exit {result.Code}]\n", "$1X");
    }

    [GeneratedRegex("(--(?:jobserver-auth|sync-mutex)=)[^ \\]]+")]
    private static partial Regex TemporaryName();
}
