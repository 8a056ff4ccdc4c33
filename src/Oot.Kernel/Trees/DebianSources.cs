using System.Text;
using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// The parts of the system's apt sources that matter here: entries of the distribution's own archive (component <c>main</c>), in both formats (<c>sources.list</c> lines and
/// deb822 <c>.sources</c> files). Other vendors' archives are left out: they have no kernels and may fail.
/// </summary>
internal sealed class DebianSources
{
    private const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private readonly List<DebianSource> entries;

    private DebianSources(List<DebianSource> entries) => this.entries = entries;

    /// <summary>Reads <c>/etc/apt</c>.</summary>
    internal static DebianSources Read(IDisk disk, string root = "")
    {
        var entries = new List<DebianSource>();
        string apt = root + "/etc/apt";
        if (disk.Read(apt + "/sources.list", out string list) == 0)
            AddLines(list, entries);
        if (disk.List(apt + "/sources.list.d", out IReadOnlyList<string> names) == 0)
        {
            foreach (string name in names.Order(StringComparer.Ordinal))
            {
                if (disk.Read($"{apt}/sources.list.d/{name}", out string text) != 0)
                    continue;
                if (name.EndsWith(".list", StringComparison.Ordinal))
                    AddLines(text, entries);
                else if (name.EndsWith(".sources", StringComparison.Ordinal))
                    AddStanzas(text, entries);
            }
        }
        return new DebianSources([.. entries.Where(entry => entry.Components.Contains("main"))]);
    }

    /// <summary>Entries of one suite and what belongs to it (updates, security): the system's own where it has them, else made from its mirror. Null when the system names no mirror.</summary>
    internal IReadOnlyList<DebianSource>? For(string suite)
    {
        var own = entries.Where(entry => entry.Suite == suite).ToList();
        bool related(DebianSource entry) => entry.Suite == suite + "-updates" || entry.Suite == suite + "-security" || entry.Suite == suite + "/updates";
        if (own.Count > 0)
            return [.. own, .. entries.Where(related)];
        if (Mirror() is not string mirror)
            return null;
        string signed = entries.Select(entry => entry.SignedBy).FirstOrDefault(s => s is not null) ?? Keyring;
        if (signed != Keyring && !File.Exists(Keyring))
            return [new DebianSource(mirror, suite, ["main"], signed)];
        var made = new List<DebianSource> { new(mirror, suite, ["main"], Keyring) };
        bool isRelease = !suite.Contains('-') && suite is not ("sid" or "unstable" or "experimental" or "testing");
        if (isRelease && SecurityMirror(mirror) is { } securityMirror)
            made.Add(new DebianSource(securityMirror, suite + "-security", ["main"], Keyring));
        return made;
    }

    /// <summary>The suites that the system itself uses.</summary>
    internal IReadOnlyList<DebianSource> Own(string codename) =>
        [.. entries.Where(entry => codename.Length == 0 || entry.Suite.StartsWith(codename, StringComparison.Ordinal) || entry.Suite.Contains("stable", StringComparison.Ordinal))];

    /// <summary>A deb822 file of these entries.</summary>
    internal static string Write(IEnumerable<DebianSource> sources)
    {
        var text = new StringBuilder();
        foreach (DebianSource source in sources)
        {
            text.Append($"Types: deb\nURIs: {source.Uri}\nSuites: {source.Suite}\nComponents: {string.Join(' ', source.Components)}\n");
            if (source.SignedBy is not null)
                text.Append($"Signed-By: {source.SignedBy}\n");
            text.Append('\n');
        }
        return text.ToString();
    }

    private string? Mirror() => entries.FirstOrDefault(entry => !entry.Suite.Contains("security", StringComparison.Ordinal))?.Uri ?? entries.FirstOrDefault()?.Uri;

    /// <summary>Where security updates lie: where the system has them from, else beside the mirror's main archive; null where that cannot be told.</summary>
    private string? SecurityMirror(string mirror)
    {
        DebianSource? own = entries.FirstOrDefault(entry => entry.Suite.EndsWith("-security", StringComparison.Ordinal));
        if (own is not null)
            return own.Uri;
        string trimmed = mirror.TrimEnd('/');
        return trimmed.EndsWith("/debian", StringComparison.Ordinal) ? trimmed + "-security" : null;
    }

    // deb [signed-by=/x arch=amd64] http://mirror.example/debian bookworm main contrib
    private static void AddLines(string text, List<DebianSource> entries)
    {
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Split('#')[0].Trim().Replace('\t', ' ');
            if (!line.StartsWith("deb ", StringComparison.Ordinal))
                continue;
            string? signed = null;
            line = line[4..].TrimStart();
            if (line.StartsWith('[') && line.IndexOf(']') is > 0 and var close)
            {
                signed = line[1..close].Split(' ').Where(option => option.StartsWith("signed-by=", StringComparison.Ordinal)).Select(option => option[10..]).FirstOrDefault();
                line = line[(close + 1)..];
            }
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 3)
                entries.Add(new DebianSource(words[0], words[1].TrimEnd('/'), words[2..], signed));
        }
    }

    private static void AddStanzas(string text, List<DebianSource> entries)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string last = "";
        foreach (string line in (text + "\n\n").Split('\n'))
        {
            if (line.StartsWith('#'))
                continue;
            if (line.Trim().Length == 0)
            {
                AddStanza(fields, entries);
                fields.Clear();
            }
            else if (line[0] is ' ' or '\t')
                fields[last] = fields.GetValueOrDefault(last, "") + "\n" + line.TrimEnd();
            else if (line.IndexOf(':') is > 0 and var colon)
                fields[last = line[..colon]] = line[(colon + 1)..].Trim();
        }
    }

    private static void AddStanza(Dictionary<string, string> fields, List<DebianSource> entries)
    {
        if (!Words(fields, "Types").Contains("deb") || fields.GetValueOrDefault("Enabled") == "no")
            return;
        // A key may stand in the field itself, over several lines; it is handed on as it is.
        string? signed = fields.GetValueOrDefault("Signed-By");
        foreach (string uri in Words(fields, "URIs"))
        {
            foreach (string suite in Words(fields, "Suites"))
                entries.Add(new DebianSource(uri, suite, Words(fields, "Components"), signed));
        }
    }

    private static string[] Words(Dictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name, "").Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
