using System.Text;
using Oot.Make.Rules;
using Xunit;

namespace Oot.Make.Tests.Rules;

/// <summary>The built-in tables against what real make's <c>-p</c> shows.</summary>
public sealed class BuiltinRulesTests
{
    private static string[] DataBase()
    {
        using var directory = new TemporaryDirectory();
        return MakeProgram.Judge.Run(directory.Path, ["-p", "-f", "/dev/null"]).Output.Split('\n');
    }

    [Fact]
    public void Variables_are_makes()
    {
        string[] lines = DataBase();
        // GNUMAKEFLAGS is emptied after reading and so no longer a default; -p shows the others.
        foreach ((string name, string value) in BuiltinRules.Variables.Where(v => v.Name != "GNUMAKEFLAGS"))
            Assert.Contains($"{name} = {value}", lines.Select((l, i) => i > 0 && lines[i - 1] == "# default" ? l : ""));
        Assert.Contains("SUFFIXES := " + BuiltinRules.DefaultSuffixes, lines);
        Assert.Contains(".SUFFIXES: " + BuiltinRules.DefaultSuffixes, lines);
    }

    [Fact]
    public void Suffix_and_pattern_rules_are_makes()
    {
        string[] lines = DataBase();
        var recipes = new HashSet<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains(':') || lines[i].StartsWith('#'))
                continue;
            var text = new StringBuilder(lines[i]);
            int next = i + 1;
            while (next < lines.Length && lines[next].StartsWith('#'))
                next++;
            for (; next < lines.Length && lines[next].StartsWith('\t'); next++)
                text.Append('\n').Append(lines[next].AsSpan(1));
            recipes.Add(text.ToString());
        }
        foreach ((string target, string recipe) in BuiltinRules.SuffixRules)
            Assert.Contains($"{target}:\n{recipe}", recipes);
        foreach ((string target, string prerequisites, string recipe) in BuiltinRules.PatternRules)
            Assert.Contains($"{target}: {prerequisites}\n{recipe}", recipes);
        foreach ((string target, string prerequisites, string recipe) in BuiltinRules.TerminalRules)
            Assert.Contains($"{target}:: {prerequisites}\n{recipe}", recipes);
        int suffixRules = recipes.Count(r => r.StartsWith('.') && r.Contains(":\n"));
        Assert.Equal(suffixRules, BuiltinRules.SuffixRules.Length);
    }

    [Theory]
    [InlineData("x.c", "x.y", "x.l")]
    [InlineData("x.o", "x.s", "x.S", "x.f", "x.cc", "x.c", "x.p")]
    [InlineData("x", "x.sh", "x.o", "x.c", "x.cpp", "x,v")]
    public void The_first_rule_that_fits_is_the_one_make_takes(string target, params string[] sources)
    {
        using var directory = new TemporaryDirectory();
        foreach (string source in sources)
            File.WriteAllText(directory.At(source), "");
        string[] words = ["-n", "-f", "/dev/null", target];
        Assert.Equal(MakeProgram.Judge.Run(directory.Path, words), MakeProgram.Oot.Run(directory.Path, words));
    }
}
