using Oot.Core;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>Reads genksyms' command line. As in the original, files are opened where their options stand, before a later mistake is found.</summary>
internal sealed class CommandLineReader(HostProgramCall call, GenksymsDialect dialect, ByteWriter error)
{
    /// <summary>What the command line asks for; null when that is only the exit code.</summary>
    internal GenksymsOptions? Read(out int exitCode)
    {
        var options = new GenksymsOptions();
        var reader = new OptionReader(
            call.Program, call.Arguments, $"{(dialect.HasPrefixOption ? "s:" : "")}dwqVDr:T:ph{(dialect.HasRelativeOption ? "R" : "")}", LongNames(),
            call.Environment.Any(variable => variable.StartsWith("POSIXLY_CORRECT=", StringComparison.Ordinal)), Say);
        while (reader.Next() is not '\0' and char letter)
        {
            switch (letter)
            {
                case 'd':
                    options = options with { Debugs = true };
                    break;
                case 'D':
                    options = options with { DumpsDefinitions = true };
                    break;
                case 'w':
                    options = options with { Warns = true };
                    break;
                case 'q':
                    options = options with { Warns = false };
                    break;
                case 'p':
                    options = options with { Preserves = true };
                    break;
                case 'R':
                    options = options with { Relative = true };
                    break;
                case 'V':
                    Say("genksyms version 2.5.60\n");
                    break;
                case 'r':
                    int errno = call.Disk.Read(reader.Argument, out string reference);
                    // A directory can be opened and is empty; the original never gets to its end.
                    if (errno is not (0 or Errno.IsDirectory))
                        return Refused(reader.Argument, errno, out exitCode);
                    options = options with { Reference = errno == 0 ? reference : "" };
                    break;
                case 'T':
                    int refused = call.Disk.Write(reader.Argument, "", append: false);
                    if (refused != 0)
                        return Refused(reader.Argument, refused, out exitCode);
                    options = options with { DumpFile = reader.Argument };
                    break;
                default:
                    Say(Usage());
                    exitCode = letter == 'h' ? 0 : 1;
                    return null;
            }
        }
        exitCode = 0;
        return options;
    }

    private List<(string Name, char Letter)> LongNames()
    {
        List<(string, char)> names =
        [
            ("debug", 'd'), ("warnings", 'w'), ("quiet", 'q'), ("dump", 'D'), ("reference", 'r'), ("dump-types", 'T'), ("preserve", 'p'),
            ("version", 'V'), ("help", 'h'),
        ];
        if (dialect.HasRelativeOption)
            names.Add(("relative-crc", 'R'));
        return names;
    }

    private GenksymsOptions? Refused(string file, int errno, out int exitCode)
    {
        Say($"{file}: {Errno.Message(errno)}\n");
        exitCode = 1;
        return null;
    }

    private void Say(string text) => error.Add(ByteText.ToBytes(text));

    private string Usage() =>
        "Usage:\ngenksyms [-adDTwqhVR] > /path/to/.tmp_obj.ver\n\n"
        + (dialect.HasPrefixOption ? "  -s, --symbol-prefix   Select symbol prefix\n" : "")
        + "  -d, --debug           Increment the debug level (repeatable)\n"
        + "  -D, --dump            Dump expanded symbol defs (for debugging only)\n"
        + "  -r, --reference file  Read reference symbols from a file\n"
        + "  -T, --dump-types file Dump expanded types into file\n"
        + "  -p, --preserve        Preserve reference modversions or fail\n"
        + "  -w, --warnings        Enable warnings\n"
        + "  -q, --quiet           Disable warnings (default)\n"
        + "  -h, --help            Print this message\n"
        + "  -V, --version         Print the release version\n"
        + (dialect.HasRelativeOption ? "  -R, --relative-crc    Emit section relative symbol CRCs\n" : "");
}
