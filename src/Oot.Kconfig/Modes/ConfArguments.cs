namespace Oot.Kconfig.Modes;

/// <summary>conf's own command line, as <c>getopt_long</c> reads it.</summary>
internal static class ConfArguments
{
    /// <summary>The call; null, with an exit code, where it is none.</summary>
    internal static ConfCall? Read(KconfigSession session, string program, IReadOnlyList<string> arguments, out int exitCode)
    {
        exitCode = 1;
        ConfMode mode = ConfMode.OldAskConfig;
        string? file = null;
        bool isSilent = false, onlyNames = false;
        var names = new List<string>();
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (onlyNames || argument is not ['-', _, ..])
                names.Add(argument);
            else if (argument == "--")
                onlyNames = true;
            else if (argument is not ['-', '-', ..])
            {
                if (argument.Contains('h', StringComparison.Ordinal))
                    return Usage(session, program);
                isSilent |= argument.Contains('s', StringComparison.Ordinal);
            }
            else
            {
                (string name, string? given) = argument.IndexOf('=') is var at and > 0 ? (argument[2..at], argument[(at + 1)..]) : (argument[2..], null);
                if (name == "help")
                    return Usage(session, program);
                if (name == "silent")
                    isSilent = true;
                else if (ConfModes.Find(name) is not { } found)
                    session.PrintError($"{program}: unrecognized option '{argument}'\n");
                else
                {
                    mode = found;
                    if (ConfModes.NeedsFile(found))
                        file = given ?? (i + 1 < arguments.Count ? arguments[++i] : null);
                }
            }
        }
        if (ConfModes.NeedsFile(mode) && file is null)
            session.PrintError($"{program}: option '--{mode.ToString().ToLowerInvariant()}' requires an argument\n");
        if (names.Count > 0 && !(ConfModes.NeedsFile(mode) && file is null))
            return new ConfCall(mode, names[0], file, isSilent || mode == ConfMode.SyncConfig);
        session.PrintError($"{program}: Kconfig file missing\n");
        return Usage(session, program);
    }

    private static ConfCall? Usage(KconfigSession session, string program)
    {
        session.Print($"Usage: {program} [-s] --MODE [FILE] KCONFIG\n\nModes:\n");
        foreach (string name in ConfModes.All)
            session.Print($"  --{name}{(ConfModes.NeedsFile(ConfModes.Find(name)!.Value) ? " FILE" : "")}\n");
        return null;
    }
}
