namespace Oot.Make.Options;

/// <summary>The switches of make 4.4.1 and their names.</summary>
internal static class OptionTable
{
    /// <summary>Indexed by <see cref="OptionName"/>.</summary>
    public static OptionSwitch[] Switches { get; } =
    [
        new(OptionName.IgnoredB, 'b', "", OptionKind.Ignored, false, false),
        new(OptionName.AlwaysMake, 'B', "always-make", OptionKind.Flag, true, true),
        new(OptionName.Debug, 'd', "", OptionKind.Flag, true, true),
        new(OptionName.EnvironmentOverrides, 'e', "environment-overrides", OptionKind.Flag, true, true),
        new(OptionName.Eval, 'E', "eval", OptionKind.List, true, false),
        new(OptionName.Help, 'h', "help", OptionKind.Flag, false, false),
        new(OptionName.IgnoreErrors, 'i', "ignore-errors", OptionKind.Flag, true, true),
        new(OptionName.KeepGoing, 'k', "keep-going", OptionKind.Flag, true, true),
        new(OptionName.CheckSymlinkTimes, 'L', "check-symlink-times", OptionKind.Flag, true, true),
        new(OptionName.IgnoredM, 'm', "", OptionKind.Ignored, false, false),
        new(OptionName.JustPrint, 'n', "just-print", OptionKind.Flag, true, true, IsDroppedWhenRemaking: true),
        new(OptionName.PrintDataBase, 'p', "print-data-base", OptionKind.Flag, true, true),
        new(OptionName.Question, 'q', "question", OptionKind.Flag, true, true, IsDroppedWhenRemaking: true),
        new(OptionName.NoBuiltinRules, 'r', "no-builtin-rules", OptionKind.Flag, true, true),
        new(OptionName.NoBuiltinVariables, 'R', "no-builtin-variables", OptionKind.Flag, true, true),
        new(OptionName.Silent, 's', "silent", OptionKind.Flag, true, true),
        new(OptionName.NoKeepGoing, 'S', "no-keep-going", OptionKind.Flag, true, true),
        new(OptionName.Touch, 't', "touch", OptionKind.Flag, true, true, IsDroppedWhenRemaking: true),
        new(OptionName.Version, 'v', "version", OptionKind.Flag, true, false),
        new(OptionName.PrintDirectory, 'w', "print-directory", OptionKind.Flag, true, true),
        new(OptionName.Directory, 'C', "directory", OptionKind.Files, false, false),
        new(OptionName.File, 'f', "file", OptionKind.Files, false, false),
        new(OptionName.IncludeDirectory, 'I', "include-dir", OptionKind.Files, true, true),
        new(OptionName.Jobs, 'j', "jobs", OptionKind.PositiveInteger, true, true, Omitted: "0"),
        new(OptionName.LoadAverage, 'l', "load-average", OptionKind.Number, true, true, Omitted: "-1"),
        new(OptionName.OldFile, 'o', "old-file", OptionKind.Files, false, false),
        new(OptionName.OutputSync, 'O', "output-sync", OptionKind.Text, true, true, Omitted: "target"),
        new(OptionName.WhatIf, 'W', "what-if", OptionKind.Files, false, false),
        new(OptionName.DebugLevels, '\0', "debug", OptionKind.List, true, true, Omitted: "basic"),
        new(OptionName.JobserverAuth, '\0', "jobserver-auth", OptionKind.Text, true, true),
        new(OptionName.Trace, '\0', "trace", OptionKind.Flag, true, true),
        new(OptionName.NoPrintDirectory, '\0', "no-print-directory", OptionKind.Flag, true, true),
        new(OptionName.WarnUndefinedVariables, '\0', "warn-undefined-variables", OptionKind.Flag, true, true),
        new(OptionName.SyncMutex, '\0', "sync-mutex", OptionKind.Text, true, true),
        new(OptionName.NoSilent, '\0', "no-silent", OptionKind.Flag, true, true),
        new(OptionName.JobserverDescriptors, '\0', "jobserver-fds", OptionKind.Text, true, false),
        new(OptionName.TempStdin, '\0', "temp-stdin", OptionKind.Files, false, false),
        new(OptionName.Shuffle, '\0', "shuffle", OptionKind.Text, true, true, Omitted: "random"),
        new(OptionName.JobserverStyle, '\0', "jobserver-style", OptionKind.Text, true, false),
    ];

    /// <summary>Second long names.</summary>
    private static (string LongName, OptionName Name)[] Aliases { get; } =
    [
        ("quiet", OptionName.Silent),
        ("stop", OptionName.NoKeepGoing),
        ("new-file", OptionName.WhatIf),
        ("assume-new", OptionName.WhatIf),
        ("assume-old", OptionName.OldFile),
        ("max-load", OptionName.LoadAverage),
        ("dry-run", OptionName.JustPrint),
        ("recon", OptionName.JustPrint),
        ("makefile", OptionName.File),
    ];

    /// <summary>How many long names there are, empty ones of letters without any included, as getopt counts them.</summary>
    public static int LongNameCount => Switches.Length + Aliases.Length;

    public static (string LongName, OptionName Name) LongNameAt(int index) =>
        index < Switches.Length ? (Switches[index].LongName, Switches[index].Name) : Aliases[index - Switches.Length];

    /// <summary>Null for an unknown letter.</summary>
    public static OptionName? OfLetter(char letter)
    {
        if (letter == '\0')
            return null;
        foreach (ref readonly OptionSwitch option in Switches.AsSpan())
        {
            if (option.Letter == letter)
                return option.Name;
        }
        return null;
    }
}
