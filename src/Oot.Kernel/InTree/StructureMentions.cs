using System.Text;
using Oot.Core;

namespace Oot.Kernel.InTree;

/// <summary>
/// Where headers make the content of a structure depend on an option. Such an option cannot be turned on for one directory: the rest of the kernel was compiled with the other layout, and CRCs,
/// which come from that build, do not show it. Told from the text: a line that names the option between the braces of a <c>struct</c> or <c>union</c>.
/// </summary>
/// <param name="disk">Where the headers are.</param>
/// <param name="options">The options, without <c>CONFIG_</c>.</param>
internal sealed class StructureMentions(IDisk disk, IReadOnlyCollection<string> options)
{
    private static readonly byte[] Prefix = "CONFIG_"u8.ToArray();

    private readonly Dictionary<string, List<string>> places = new(StringComparer.Ordinal);
    private byte[] content = [];

    /// <summary>The places of each option that has any, as <c>FILE:LINE</c>.</summary>
    public IReadOnlyDictionary<string, List<string>> Places => places;

    /// <summary>Looks through all headers below a directory.</summary>
    /// <param name="shown">What the directory is called in a place.</param>
    public void Search(string directory, string shown)
    {
        if (options.Count == 0 || disk.List(directory, out IReadOnlyList<string> names) != 0)
            return;
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            string path = $"{directory}/{name}";
            if (name.EndsWith(".h", StringComparison.Ordinal))
                Read(path, $"{shown}/{name}");
            else if (!name.Contains('.') && name is not ("generated" or "config" or "uapi") && disk.Stat(path, out FileStatus status) == 0 && status.IsDirectory)
                Search(path, $"{shown}/{name}");
        }
    }

    private void Read(string path, string shown)
    {
        if (disk.Read(path, ref content, out int length) != 0 || !MayMention(content.AsSpan(0, length)))
            return;
        int line = 0, depth = 0;
        foreach (string text in ByteText.FromBytes(content.AsSpan(0, length)).Split('\n'))
        {
            line++;
            if (depth > 0 && text.Contains("CONFIG_", StringComparison.Ordinal))
                Note(text, $"{shown}:{line}");
            if (text.Length == 0 || text[0] == '#')
                continue;
            if (depth > 0 || Opens(text))
                depth = Math.Max(0, depth + text.AsSpan().Count('{') - text.AsSpan().Count('}'));
        }
    }

    private bool MayMention(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf(Prefix) < 0)
            return false;
        foreach (string option in options)
        {
            if (text.IndexOf(Encoding.Latin1.GetBytes("CONFIG_" + option)) >= 0)
                return true;
        }
        return false;
    }

    private static bool Opens(string text)
    {
        string line = text.TrimEnd();
        return line.EndsWith('{') && !line.Contains('(') && (line.StartsWith("struct ", StringComparison.Ordinal) || line.StartsWith("union ", StringComparison.Ordinal) || line.StartsWith("typedef struct", StringComparison.Ordinal));
    }

    private void Note(string text, string place)
    {
        foreach (string option in options)
        {
            string name = "CONFIG_" + option;
            int at = text.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || (at + name.Length < text.Length && (char.IsAsciiLetterOrDigit(text[at + name.Length]) || (text[at + name.Length] == '_' && !text.AsSpan(at + name.Length).StartsWith("_MODULE")))))
                continue;
            if (!places.TryGetValue(option, out List<string>? all))
                places[option] = all = [];
            all.Add(place);
        }
    }
}
