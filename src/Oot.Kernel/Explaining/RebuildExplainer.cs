using System.Text;
using System.Text.Json;
using Oot.Core;
using Oot.Make.Observing;

namespace Oot.Kernel.Explaining;

/// <summary>
/// <c>oot build --explain</c>: tells of each file that is made, and why, in every make of a build. The explanations go as JSON, one a line, to a file that the command reads afterwards;
/// where people read along, each is a line on standard error too, before what the recipe prints.
/// </summary>
public sealed class RebuildExplainer : IUpdateObserver
{
    /// <summary>The variable that asks the makes below: <c>text</c> or <c>silent</c>, the file, and the directory that people know, with colons between. No makefile sees it.</summary>
    public const string Variable = "OOT_EXPLAIN";

    private const string Text = "text", Silent = "silent";

    private readonly SharedLog _log;
    private readonly string? _directory;

    private RebuildExplainer(SharedLog log, string? directory)
    {
        _log = log;
        _directory = directory;
    }

    /// <summary>What <see cref="Variable"/> is for explanations of a build.</summary>
    /// <param name="log">Where they go.</param>
    /// <param name="directory">What the user builds: paths below it are shown without it.</param>
    /// <param name="speaks">Whether people read along.</param>
    public static string ValueFor(SharedLog log, string directory, bool speaks) => $"{(speaks ? Text : Silent)}:{log.Path}:{directory}";

    /// <summary>The observer that a make above asks for; null when it is not understood.</summary>
    /// <param name="value">What <see cref="Variable"/> is.</param>
    public static RebuildExplainer? Join(string value) =>
        value.Split(':', 3) is [Text or Silent, var path, var directory] parts && SharedLog.Join(path) is { } log ? new RebuildExplainer(log, parts[0] == Text ? directory : null) : null;

    /// <inheritdoc/>
    public void Updating(TargetUpdate update)
    {
        if (RebuildReasons.Of(update) is not { } explanation)
            return;
        if (_directory is not null)
            _ = Disk.WriteAll(2, ByteText.ToBytes($"oot: {ExplanationText.Line(explanation, _directory)}\n"));
        _log.Append([.. JsonSerializer.SerializeToUtf8Bytes(Readable(explanation), ExplanationContext.Default.RebuildExplanation), (byte)'\n']);
    }

    /// <summary>What was explained, in order; its texts are Unicode.</summary>
    /// <param name="log">What <see cref="SharedLog.Contents"/> gave.</param>
    public static IReadOnlyList<RebuildExplanation> Read(ReadOnlySpan<byte> log)
    {
        var result = new List<RebuildExplanation>();
        foreach (string line in Encoding.UTF8.GetString(log).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, ExplanationContext.Default.RebuildExplanation) is { } explanation)
                    result.Add(explanation);
            }
            catch (JsonException)
            {
                // Not a make's: nobody else should have written there, and it is not worth a failure.
            }
        }
        return result;
    }

    private static RebuildExplanation Readable(RebuildExplanation explanation) => new(
        ByteText.ToUnicode(explanation.Target),
        [.. explanation.Reasons.Select(reason => reason with { Names = Readable(reason.Names), Added = Readable(reason.Added), Removed = Readable(reason.Removed) })]);

    private static List<string>? Readable(IReadOnlyList<string>? texts) => texts is null ? null : [.. texts.Select(ByteText.ToUnicode)];
}
