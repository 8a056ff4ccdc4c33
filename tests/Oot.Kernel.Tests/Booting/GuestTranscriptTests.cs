using Oot.Core;
using Oot.Kernel.Booting;
using Xunit;

namespace Oot.Kernel.Tests.Booting;

/// <summary>What a guest reports, whole and broken.</summary>
public class GuestTranscriptTests
{
    private static readonly GuestModule One = new("one", "one.ko", ReadOnlyMemory<byte>.Empty, "", true), Two = new("two", "two.ko", ReadOnlyMemory<byte>.Empty, "", false);

    [Fact]
    public void Each_line_goes_where_it_belongs()
    {
        var said = new List<string>();
        GuestTranscript transcript = Read(
            said,
            "oot ready 0\noot loading 0\noot loaded 0 0 0 1\n| [    1.5] oot: loading one\n| [    2.000001] [    T1] one: hello\noot loading 1\noot loaded 1 8 4096 0\n"
            + "| [    2.1] two: no\noot running\n> a\n>  b\noot ran 7\noot unloaded 0 0\n| [ 3.0] one: bye\noot done\n");
        Assert.Equal((true, true, 0ul, (int?)7), (transcript.IsReady, transcript.IsDone, transcript.TaintBefore, transcript.ScriptStatus));
        Assert.Equal(["a", " b"], said);
        Assert.Equal(["one: hello", "one: bye"], transcript.Modules[0].Log);
        Assert.Equal(((int?)0, 0ul, true, (int?)0), (transcript.Modules[0].Errno, transcript.Modules[0].Taint, transcript.Modules[0].IsLive, transcript.Modules[0].UnloadErrno));
        Assert.Equal(["two: no"], transcript.Modules[1].Log);
        Assert.Equal(((int?)8, 4096ul, false), (transcript.Modules[1].Errno, transcript.Modules[1].Taint, transcript.Modules[1].IsLive));
        Assert.Null(transcript.Modules[1].UnloadErrno);
    }

    [Fact]
    public void A_loader_that_was_killed_has_no_errno()
    {
        GuestTranscript transcript = Read([], "oot ready 0\noot loading 0\noot loaded 0 - 128 1\noot loading 1\n");
        Assert.All(transcript.Modules, module => Assert.Null(module.Errno));
        Assert.Equal(2, transcript.Modules.Count);
        Assert.False(transcript.IsDone);
    }

    [Theory]
    [InlineData("oot loaded 0 0 0 1\noot unloaded 5 0\n")]
    [InlineData("oot loading 7\noot loading -1\noot loading x\noot loading\noot loading 99999999999999999999999\n")]
    [InlineData("\n\n\0\r\noot\noot \noot ready\nootloading 0\n")]
    public void What_makes_no_sense_is_left_out(string text) => Assert.Empty(Read([], text).Modules);

    [Fact]
    public void No_more_modules_are_loaded_than_there_are() =>
        Assert.Equal(2, Read([], string.Concat(Enumerable.Range(0, 9).Select(i => $"oot loading {i}\n"))).Modules.Count);

    [Theory]
    [InlineData("[    1.858084] clocksource: tsc", "clocksource: tsc")]
    [InlineData("[    1.858084][    T1] x", "[    1.858084][    T1] x")]
    [InlineData("[    1.8] [  C0] x", "x")]
    [InlineData("[drm] x", "[drm] x")]
    [InlineData("[    1.8] [drm] x", "[drm] x")]
    [InlineData("plain", "plain")]
    public void Times_are_taken_off(string line, string rest) => Assert.Equal(rest, GuestTranscript.WithoutTime(line));

    [Theory]
    [InlineData(0ul, "")]
    [InlineData(12288ul, "OE")]
    [InlineData(1ul, "P")]
    [InlineData(1ul << 63, "?")]
    public void Taints_are_the_kernels_letters(ulong taint, string word) => Assert.Equal(word, TaintWord.Of(taint));

    private static GuestTranscript Read(List<string> said, string text)
    {
        var transcript = new GuestTranscript(new GuestTrial { Modules = [One, Two] }, said.Add);
        // In pieces, as a pipe gives them.
        foreach (byte[] piece in ByteText.ToBytes(text).Chunk(7))
            transcript.Add(piece);
        return transcript;
    }
}
