using System.Text;
using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>
/// Writes a configuration again without the modules that nothing keeps (kernel 5.10 to 7.x, scripts/kconfig/streamline_config.pl): the configuration of the running kernel stays readable in the
/// new one, and keys of whoever built the old one are not asked for.
/// </summary>
/// <param name="disk">Where keys lie; relative names count from the working directory.</param>
/// <param name="outline">The Kconfig files.</param>
/// <param name="kept">The options to keep, with <c>CONFIG_</c>.</param>
/// <param name="keptFiles">What the names of Kconfig files begin with of which every option is kept.</param>
/// <param name="buildsIn">Whether what is kept is built in (localyesconfig).</param>
internal sealed class LeanConfiguration(IDisk disk, KconfigOutline outline, IReadOnlySet<string> kept, IReadOnlyList<string> keptFiles, bool buildsIn)
{
    private const string DefaultKey = "certs/signing_key.pem", OwnConfiguration = "CONFIG_IKCONFIG";

    private readonly List<string> remarks = [];

    /// <summary>What was changed besides modules, in words.</summary>
    internal IReadOnlyList<string> Remarks => remarks;

    internal string Of(string text)
    {
        var lean = new StringBuilder(text.Length);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int newline = rest.IndexOf('\n');
            ReadOnlySpan<char> line = newline < 0 ? rest : rest[..newline];
            string? changed = Changed(line);
            if (changed is null)
                lean.Append(newline < 0 ? line : rest[..(newline + 1)]);
            else
                lean.Append(changed).Append('\n');
            rest = newline < 0 ? default : rest[(newline + 1)..];
        }
        return lean.ToString();
    }

    /// <summary>What a line becomes; null where it stays.</summary>
    private string? Changed(ReadOnlySpan<char> line)
    {
        if (line.Contains(OwnConfiguration, StringComparison.Ordinal))
            return line.Contains($"# {OwnConfiguration} is not set", StringComparison.Ordinal) ? $"{OwnConfiguration}=m\n# {OwnConfiguration}_PROC is not set" : null;
        if (Quoted(line, "CONFIG_MODULE_SIG_KEY=\"") is { } key)
            return SigningKey(key);
        if (Quoted(line, "CONFIG_SYSTEM_TRUSTED_KEYS=\"") is { } keys)
            return TrustedKeys(keys);
        if (!ConfigurationText.OnIn(line, out ReadOnlySpan<char> found, out bool isModule))
            return null;
        string option = found.ToString();
        if (IsInKeptFile(option))
            return null;
        if (kept.Contains(option))
            return buildsIn ? $"{option}=y" : null;
        return isModule ? $"# {option} is not set" : null;
    }

    private string? SigningKey(string key)
    {
        if (key == DefaultKey || IsFile(key) || outline.ConditionOf("MODULE_SIG_KEY")?.Contains($"\"{DefaultKey}\"", StringComparison.Ordinal) != true)
            return null;
        remarks.Add($"the key '{key}' that signs modules is not here: the default, {DefaultKey}, takes its place");
        return $"CONFIG_MODULE_SIG_KEY=\"{DefaultKey}\"";
    }

    private string? TrustedKeys(string keys)
    {
        if (IsFile(keys))
            return null;
        remarks.Add($"the trusted keys '{keys}' are not here: there will be none");
        return "CONFIG_SYSTEM_TRUSTED_KEYS=\"\"";
    }

    private bool IsFile(string path) => disk.Stat(path, out FileStatus status) == 0 && status.IsRegular;

    private bool IsInKeptFile(string option)
    {
        if (keptFiles.Count == 0 || outline.FileOf(option["CONFIG_".Length..]) is not { } file)
            return false;
        foreach (string beginning in keptFiles)
        {
            if (file.StartsWith(beginning, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>What stands, not empty, between a beginning and the line's last quote; null for other lines.</summary>
    private static string? Quoted(ReadOnlySpan<char> line, string beginning)
    {
        int at = line.IndexOf(beginning, StringComparison.Ordinal);
        if (at < 0)
            return null;
        ReadOnlySpan<char> rest = line[(at + beginning.Length)..];
        int end = rest.LastIndexOf('"');
        return end > 0 ? rest[..end].ToString() : null;
    }
}
