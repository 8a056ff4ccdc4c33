namespace Oot.Make.Caching;

/// <summary>
/// Calls of GCC that read nothing but their arguments and a text from <c>echo</c> or a here-document: compile or preprocess it, or nothing, into nothing, a temporary file
/// or a pipe. The files that the compiler itself consists of are <see cref="ProgramIdentities"/>' business.
/// </summary>
internal sealed partial class CommandJudge
{
    // -D is free text; the others choose a language, a warning, code generation, debugging information.
    private static readonly string[] HarmlessOptions = ["-D", "-U", "-W", "-f", "-m", "-O", "-g", "-std=", "--param="];

    private static readonly string[] OptionsWithFiles =
    [
        "-Wp,", "-Wl,", "-fplugin", "-fprofile", "-fauto-profile", "-fdump", "-fcallgraph", "-fstack-usage", "-fopt-info", "-fsave", "-ftest", "-fcompare",
        "-frandomize", "-fuse-ld", "-fdiagnostics-format", "-ftime", "-fmem", "-flto", "-fbranch", "-fmodule", "-fworking", "-fada", "-fgo", "-fdeps", "-fself-test", "-fresolution", "-fltrans", "-fpre-include", "-fobject-path", "-fdoc", "-fsearch-include",
        "-fdiagnostics-add-output", "-fdiagnostics-set-output", "-gcc-",
    ];

    private void Compiler(List<ShellValue> words)
    {
        List<string> options = words[1..].ConvertAll(word => word.Text ?? throw Refuse("a compiler's option that is not known"));
        if (options is ["--version" or "-dumpversion" or "-dumpmachine" or "-dumpfullversion"])
            return;
        string mode = "", output = "";
        bool readsText = false, splitsDebug = false;
        for (int i = 0; i < options.Count; i++)
        {
            string option = options[i];
            switch (option)
            {
                case "-c" or "-S" or "-E":
                    mode += option;
                    break;
                case "-o" when i + 1 < options.Count:
                    output = options[++i];
                    if (output is not ("/dev/null" or "-") && !IsTemporary(output))
                        throw Refuse("a compiler's output");
                    break;
                case "-x" when i + 1 < options.Count && options[i + 1] is "c" or "assembler" or "assembler-with-cpp":
                    i++;
                    break;
                case "--param" when i + 1 < options.Count:
                    i++;
                    break;
                case "-":
                    readsText = true;
                    break;
                case "/dev/null" or "-P" or "-w" or "-p" or "-pg" or "-pipe" or "-nostdinc" or "-nostdlib" or "-ansi" or "-no-pie" or "-static":
                    break;
                default:
                    splitsDebug |= option == "-gsplit-dwarf";
                    if (!IsHarmless(option))
                        throw Refuse("a compiler's " + option);
                    break;
            }
        }
        if (mode is not ("-c" or "-S" or "-E") || (output.Length == 0 && mode != "-E") || (output == "-" && mode == "-c") || (splitsDebug && !IsTemporary(output)))
            throw Refuse("a compiler that links or leaves files");
        if (readsText && !(_hasOwnInput && _inputIsText && IsPlainText()))
            throw Refuse("a compiler's input");
    }

    /// <summary>Whether an option reads and writes no file, and means the same wherever it is.</summary>
    internal static bool IsHarmless(string option)
    {
        if (option.StartsWith("-D", StringComparison.Ordinal))
            return option.Length > 2;
        if (option.StartsWith("-Wa,", StringComparison.Ordinal))
            return option.StartsWith("-Wa,--", StringComparison.Ordinal) && option.AsSpan(6).IndexOfAny("/,@=") < 0 && !option.StartsWith("-Wa,--M", StringComparison.Ordinal)
                || option.StartsWith("-Wa,-m", StringComparison.Ordinal) && option.AsSpan(6).IndexOfAny("/,@") < 0;
        bool mapsPrefix = option.StartsWith("-fmacro-prefix-map=", StringComparison.Ordinal) || option.StartsWith("-ffile-prefix-map=", StringComparison.Ordinal)
            || option.StartsWith("-fdebug-prefix-map=", StringComparison.Ordinal);
        if (mapsPrefix)
            return true;
        if (option.Contains('/', StringComparison.Ordinal) || option.EndsWith("=native", StringComparison.Ordinal))
            return false;
        foreach (string refused in OptionsWithFiles)
            if (option.StartsWith(refused, StringComparison.Ordinal))
                return false;
        foreach (string harmless in HarmlessOptions)
            if (option.Length > harmless.Length - 1 && option.StartsWith(harmless, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>No text of the script can become an inclusion of a file.</summary>
    private bool IsPlainText() =>
        !_text.Contains("incl", StringComparison.Ordinal) && !_text.Contains("incbin", StringComparison.Ordinal) && !_text.Contains("embed", StringComparison.Ordinal)
        && !_text.Contains("\\0", StringComparison.Ordinal) && !_text.Contains("\\x", StringComparison.Ordinal) && !_text.Contains("##", StringComparison.Ordinal);
}
