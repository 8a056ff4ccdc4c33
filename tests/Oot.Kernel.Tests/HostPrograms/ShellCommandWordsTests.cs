using Oot.Kernel.HostPrograms;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>Which words of a shell's text name programs. P is a program wherever it stands as one; p is the same word elsewhere.</summary>
public sealed class ShellCommandWordsTests
{
    [Theory]
    [InlineData("P a p")]
    [InlineData("  P; P&&P||P|P&P")]
    [InlineData("if P p; then P; elif P; then P p; else P; fi")]
    [InlineData("while P; do P; done; until P; do P; done")]
    [InlineData("for p in p p; do P; done")]
    [InlineData("{ P; }; ( P ); (P);(P p)|P")]
    [InlineData("A=1 B=p P p")]
    [InlineData("A=p; A+=p P")]
    [InlineData("! P")]
    [InlineData("exec P p")]
    [InlineData("command P")]
    [InlineData("P > p 2> p < p >> p 2>&1 p")]
    [InlineData("> p P p")]
    [InlineData("2>&1 P p")]
    [InlineData("2>p P")]
    [InlineData(">p 2>&1 P p >p")]
    [InlineData("echo 'P; P'")]
    [InlineData("echo \"P; P\"")]
    [InlineData("printf '%s\\n' 'cmd := P p' > x; P")]
    [InlineData("echo a\\ p; P")]
    [InlineData("echo \\; p")]
    [InlineData("echo \"\\\"; p\" p; P")]
    [InlineData("echo 'it'\\''s; p'; P")]
    [InlineData("x=$(P p) P p")]
    [InlineData("x=`P p` P p")]
    [InlineData("echo \"$(P p)\" p")]
    [InlineData("echo \"`P p`\" p")]
    [InlineData("echo $(echo $(P; P) p) p")]
    [InlineData("echo $((1+(2))) p; P")]
    [InlineData("echo ${x:-$(P)} p; P")]
    [InlineData("echo ${x:-'}'} p; P")]
    [InlineData("# P; P\nP")]
    [InlineData("echo a#; P")]
    [InlineData("echo p # P\nP")]
    [InlineData("P p \\\n p; \\\n P p")]
    [InlineData("case p in p) P p;; p|p) P;; *) P; esac; P")]
    [InlineData("case \"$x\" in (p) P ;; esac; P")]
    [InlineData("case $x in\np)\nP\n;;\nesac\nP")]
    [InlineData("case $x in a) case p in p) P;; esac;; p) P;; esac; P")]
    [InlineData("f() { P; }; P")]
    [InlineData("cat <<E; P\np\nE\nP")]
    [InlineData("cat <<-'E' | P\n\tp; p\n\tE\nP")]
    [InlineData("cat <<< p; P")]
    [InlineData("diff <(P p) <(P) p")]
    [InlineData("set -e; { echo 'P'; P p; } ; P p 'P' > .x; rm -f p")]
    [InlineData("P; ) P")]
    [InlineData("'P'; \"P\"; P")]
    public void Only_programs_are_found(string text)
    {
        string[] found = [.. ShellCommandWords.Of(text).Select(found => found.Word).Where(range => text[range] is "P" or "p").Select(range => range.Start.Value.ToString())];
        string[] expected = [.. Enumerable.Range(0, text.Length).Where(at => text[at] == 'P' && !InQuotesOrComment(text, at)).Select(at => at.ToString())];
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("`")]
    [InlineData("$(")]
    [InlineData("$((")]
    [InlineData("${")]
    [InlineData("\\")]
    [InlineData("<<")]
    [InlineData("<<E\n")]
    [InlineData("case")]
    [InlineData("case x in")]
    [InlineData(">")]
    [InlineData("\"$(")]
    [InlineData("(((((")]
    [InlineData(")))))")]
    public void Unfinished_text_has_an_end(string text)
    {
        Assert.NotNull(ShellCommandWords.Of(text));
        Assert.NotNull(ShellCommandWords.Of("P " + text));
        Assert.NotNull(ShellCommandWords.Of(string.Concat(Enumerable.Repeat(text, 20_000))));
    }

    // In the cases above only ' " and # hide a P, and no quote stands inside another kind but in "…`P p`…" and "$(P p)", which are commands.
    private static bool InQuotesOrComment(string text, int at)
    {
        string before = text[..at].Replace("\\\"", "", StringComparison.Ordinal).Replace("\\'", "", StringComparison.Ordinal);
        int line = before.LastIndexOf('\n') + 1;
        if (before[line..].StartsWith("# ", StringComparison.Ordinal) || before[line..].Contains(" # ", StringComparison.Ordinal))
            return true;
        if (before.Contains("\"$(", StringComparison.Ordinal) || before.Contains("\"`", StringComparison.Ordinal))
            return false;
        return before.Replace("'}'", "", StringComparison.Ordinal).Count(c => c == '\'') % 2 == 1 || before.Count(c => c == '"') % 2 == 1;
    }
}
