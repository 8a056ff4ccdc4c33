namespace Oot.Kernel.HostPrograms.Signing;

/// <summary>sign-file's command line (kernel scripts/sign-file.c).</summary>
/// <param name="IsRaw"><c>-s</c>: the signature is made already; <paramref name="Key"/> is its file.</param>
/// <param name="SavesSignature"><c>-p</c>, <c>-d</c>: the signature goes to MODULE.p7s.</param>
/// <param name="OnlySignature"><c>-d</c>: the module is not written.</param>
/// <param name="ByKeyIdentifier"><c>-k</c>.</param>
/// <param name="Destination">Where the signed module goes; the module's own name when it is replaced.</param>
internal sealed record SignFileOptions(bool IsRaw, bool SavesSignature, bool OnlySignature, bool ByKeyIdentifier, string Hash, string Key, string Certificate, string Module, string Destination)
{
    private const string Usage =
        "Usage: scripts/sign-file [-dp] <hash algo> <key> <x509> <module> [<dest>]\n       scripts/sign-file -s <raw sig> <hash algo> <x509> <module> [<dest>]";

    /// <summary>Reads the words; options may stand anywhere before <c>--</c>.</summary>
    internal static SignFileOptions Parse(string program, IReadOnlyList<string> arguments)
    {
        var words = new List<string>();
        string letters = "";
        bool ended = false;
        foreach (string argument in arguments)
        {
            if (ended || argument.Length < 2 || argument[0] != '-')
                words.Add(argument);
            else if (argument == "--")
                ended = true;
            else
                letters += argument[1..];
        }
        foreach (char letter in letters)
        {
            if (letter is not ('s' or 'd' or 'p' or 'k'))
                throw new SigningException($"{program}: invalid option -- '{letter}'\n{Usage}", 2);
        }
        if (words.Count is not (4 or 5))
            throw new SigningException(Usage, 2);
        bool raw = letters.Contains('s'), only = letters.Contains('d');
        return new SignFileOptions(raw, only || letters.Contains('p'), only, letters.Contains('k'), words[raw ? 1 : 0], words[raw ? 0 : 1], words[2], words[3], words[^1]);
    }
}
