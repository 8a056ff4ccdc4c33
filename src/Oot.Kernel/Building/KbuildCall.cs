namespace Oot.Kernel.Building;

/// <summary>A command that hands a directory to kbuild: <c>make -C KERNEL M=MODULE …</c>, nothing expanded.</summary>
/// <param name="KernelDirectory">The word after <c>-C</c>.</param>
/// <param name="ModuleDirectory">The value of <c>M</c> (or <c>SUBDIRS</c>, <c>KBUILD_EXTMOD</c>); null when kbuild's own default is meant.</param>
/// <param name="Settings">Every other <c>NAME=VALUE</c> on the line.</param>
internal sealed record KbuildCall(string KernelDirectory, string? ModuleDirectory, IReadOnlyList<KeyValuePair<string, string>> Settings)
{
    /// <summary>Finds the call in a recipe line or in a variable's value; null when there is none.</summary>
    internal static KbuildCall? Find(string text)
    {
        List<string> words = MakeText.Words(text);
        string? kernel = null;
        string? module = null;
        var settings = new List<KeyValuePair<string, string>>();
        for (int i = 0; i < words.Count; i++)
        {
            // `make -C … M=…; next command`
            string word = words[i].TrimEnd(';');
            if (word == "-C" && i + 1 < words.Count)
                kernel = words[++i].TrimEnd(';');
            else if (word.StartsWith("-C", StringComparison.Ordinal) && word.Length > 2)
                kernel = word[2..];
            else if (word.StartsWith("--directory=", StringComparison.Ordinal))
                kernel = word["--directory=".Length..];
            else if (kernel is not null && word is "&&" or "||" or "|")
                break;
            else if (word.IndexOf('=') is var equals and > 0 && word[..equals].TrimEnd('+', ':') is var name && IsName(name))
            {
                string value = word[(equals + 1)..];
                if (name is "M" or "KBUILD_EXTMOD" || (name == "SUBDIRS" && module is null))
                    module = value;
                else if (name != "SUBDIRS")
                    settings.Add(new(name, value));
            }
            if (kernel is not null && words[i].EndsWith(';'))
                break;
        }
        return kernel is null ? null : new KbuildCall(kernel, module, settings);
    }

    private static bool IsName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
