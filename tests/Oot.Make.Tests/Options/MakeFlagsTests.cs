using Oot.Make.Options;
using Xunit;

namespace Oot.Make.Tests.Options;

public sealed class MakeFlagsTests
{
    private const string Makefile =
        "$(info <<<$(value MAKEFLAGS)|$(value MFLAGS)|$(-*-eval-flags-*-)|$(MAKECMDGOALS)>>>)\nall one two:;@:\n";

    private static readonly string[][] Choices =
    [
        ["-B"], ["-d"], ["-e"], ["-i"], ["-k"], ["-L"], ["-n"], ["-p"], ["-q"], ["-r"], ["-R"], ["-s"], ["-S"], ["-t"], ["-w"],
        ["-b"], ["-m"], ["-kis"], ["-Rrn"], ["-ksS"], ["-Sk"], ["-sj"], ["-j"], ["-j", "3"], ["-j2"], ["--jobs=4"], ["--jobs", "2"],
        ["-l"], ["-l", "2.5"], ["-l.25"], ["--load-average=1e10"], ["--max-load", "3"], ["--max", "100000.25"], ["-l0x"], ["-l1234567"],
        ["-I", "a b"], ["-I./x"], ["-I.//"], ["-Ia$b\\c"], ["--include-dir=d"], ["-O"], ["-Oline"], ["--output-sync"], ["--output=recurse"],
        ["-Onone"], ["--debug"], ["--debug=n"], ["--debug=b,v"], ["--debug=jobs why"], ["--debug=none,"], ["--trace"], ["--no-print-directory"],
        ["--warn"], ["--no-silent"], ["--quiet"], ["--sil"], ["--stop"], ["--no-keep"], ["--keep-going"], ["--shuffle=reverse"],
        ["--shuffle=identity"], ["--shuffle=42"], ["--shuffle=none"], ["--shuffle=-1"], ["-E", "x = $$ \\ y"], ["--eval=y:=1"], ["--eval", "z=\t2"],
        ["-o", "old"], ["-Wnew"], ["--assume-new=n"], ["-W", "new"], ["A=$$x y"], ["B:=1"], ["one"], ["two"], ["-"], [""], ["--dry"], ["--recon"],
        ["--touch"], ["--question"], ["--always"], ["--print-dir"], ["--jobserver-style=pipe"],
    ];

    [Fact]
    public void Generated_command_lines_give_the_flags_make_gives()
    {
        const int seed = 20240817;
        var random = new Random(seed);
        for (int round = 0; round < 400; round++)
        {
            List<string> words = Words(random, random.Next(1, 9));
            if (random.Next(6) == 0)
                words.AddRange(["--", "one"]);
            Compare(words, makeFlags: null);
        }
    }

    [Fact]
    public void Generated_environments_give_the_flags_make_gives()
    {
        var random = new Random(4);
        for (int round = 0; round < 200; round++)
        {
            List<string> words = Words(random, random.Next(1, 5));
            words.RemoveAll(static word => word is "one" or "two");
            string value = string.Join(random.Next(3) == 0 ? "  " : " ", words.Select(MakeFlags.Quote));
            if (random.Next(4) == 0 && !value.StartsWith("--", StringComparison.Ordinal))
                value = value.TrimStart('-');
            // A trailing blank after -j is an error; that has its own case.
            Compare(Words(random, random.Next(0, 4)), value.Trim());
        }
    }

    [Theory]
    [InlineData("k", "-k")]
    [InlineData(" ks -j4", "-ks|-j4")]
    [InlineData("A=1 k", "A=1|k")]
    [InlineData("-I a\\ b\\\\ x", "-I|a b\\|x")]
    [InlineData("j ", "-j|")]
    [InlineData("x\\", "-x\\")]
    public void Environment_words(string value, string expected) =>
        Assert.Equal(expected.Split('|'), EnvironmentFlags.Split(value));

    [Fact]
    public void Remaking_makefiles_keeps_n_q_and_t_back()
    {
        var options = new MakeOptions { JustPrint = true, Question = true, Touch = true, KeepGoing = true };
        Assert.Equal(("k", "-k"), MakeFlags.Format(options, remakingMakefiles: true, false, false, false));
        Assert.Equal(("knqt -- $(-*-command-variables-*-)", "-knqt"), MakeFlags.Format(options, false, true, false, posix: true));
    }

    private static List<string> Words(Random random, int count) =>
        [.. Enumerable.Range(0, count).SelectMany(_ => Choices[random.Next(Choices.Length)])];

    private static void Compare(List<string> words, string? makeFlags)
    {
        (int code, string output, string error) = Judge.Run(Makefile, words, makeFlags);
        var options = new MakeOptions();
        List<string> plain = [];
        if (makeFlags is not null)
        {
            // make expands the variable first.
            OptionParseResult environment = OptionParser.Parse(EnvironmentFlags.Split(makeFlags.Replace("$$", "$")), options, "make", OptionOrigin.Command, "");
            plain.AddRange(environment.Words);
            Assert.False(environment.IsBad, makeFlags);
        }
        OptionParseResult result = OptionParser.Parse(words, options, "make", fromEnvironment: false);
        plain.AddRange(result.Words);
        string shown = $"MAKEFLAGS='{makeFlags}' make '{string.Join("' '", words)}'\n{error}";
        if (result.IsBad || result.FatalText is not null)
        {
            Assert.True(code == 2, shown);
            return;
        }
        if (options.Shuffle is { } mode)
            options.Shuffle = Shuffler.Create(mode, out _)?.EffectiveMode;
        // main.c does this once the command line is read.
        options.NoBuiltinRules |= options.NoBuiltinVariables;
        bool hasVariables = plain.Any(static word => word.Contains('='));
        (string flags, string mFlags) = MakeFlags.Format(options, false, hasVariables, options.EvalStrings.Count > 0, posix: false);
        string goals = string.Join(' ', plain.Where(static word => !word.Contains('=')));
        int from = output.IndexOf("<<<", StringComparison.Ordinal);
        Assert.True(from >= 0, shown);
        string real = output[(from + 3)..output.IndexOf(">>>", StringComparison.Ordinal)];
        Assert.Equal($"{shown}{real}", $"{shown}{flags}|{mFlags}|{MakeFlags.EvalFlags(options.EvalStrings)}|{goals}");
    }
}
