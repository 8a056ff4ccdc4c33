using System.Diagnostics;
using System.Text;
using Oot.Make.Shell;
using Xunit;

namespace Oot.Make.Tests.Shell;

public class ShellParserTests
{
    private static readonly string[] Pieces =
    [
        "$(", "`", "${x:-", "}", ")", "(", "$((", "))", "\"", "'", "\\", "\n", " ", ";", ";;", "&", "|", "<<E\n", "<<-'E'\n", "E\n", ">", "2>&1", "if ", "then ", "fi ", "case x in ", "esac ",
        "for i ", "in ", "do ", "done ", "f() ", "{ ", "} ", "!", "#", "$x", "$1", "$@", "a", "a=b ", "~", "*",
    ];

    [Theory]
    [InlineData("f() { echo \"$1\"; }; f a")]
    [InlineData("for i do echo $i; done")]
    [InlineData("cat <<-'E' 3>x\n\ta $b\n\tE\necho")]
    [InlineData("x=$(echo `echo \\`echo a\\``) && echo ${x:-a ${y}} $((1+x))")]
    [InlineData("case $(echo a) in a|b) ;; *) false;; esac")]
    [InlineData("echo \"$(echo \")\" # )\n)\"")]
    public void Scripts_that_are_judged_have_a_tree(string script) => Assert.NotNull(ShellParser.Parse(script));

    [Theory]
    [InlineData("cat <<E\nno end")]
    [InlineData("echo $(echo")]
    [InlineData("echo `echo")]
    [InlineData("echo ${x:=y}")]
    [InlineData("echo $((x=1))")]
    [InlineData("if ; then a; fi")]
    [InlineData("a | ; b")]
    [InlineData("f( ) x) y")]
    [InlineData("echo 'a")]
    public void What_is_wrong_or_rare_has_none(string script) => Assert.Null(ShellParser.Parse(script));

    [Fact]
    public void Any_text_is_read_in_time_that_its_length_bounds()
    {
        int seed = Random.Shared.Next(1 << 30);
        var random = new Random(seed);
        Stopwatch time = Stopwatch.StartNew();
        foreach (string nested in (string[])["$(", "${x:-", "`echo ", "{ ", "( ", "if ", "\"$(", "$((", "f() "])
            _ = ShellParser.Parse(new StringBuilder().Insert(0, nested, 20_000).ToString());
        for (int i = 0; i < 20_000; i++)
        {
            var script = new StringBuilder();
            for (int k = random.Next(30); k > 0; k--)
                script.Append(Pieces[random.Next(Pieces.Length)]);
            try
            {
                _ = ShellParser.Parse(script.ToString());
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}: {script}\n{exception}");
            }
        }
        Assert.True(time.ElapsedMilliseconds < 60_000, $"{time.ElapsedMilliseconds} ms");
    }
}
