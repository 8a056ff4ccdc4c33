using Oot.Make.Execution;

namespace Oot.Make.Options;

/// <summary>Which property of <see cref="MakeOptions"/> a switch stands for.</summary>
internal static class OptionMeaning
{
    /// <summary>Who last set the switch; <see cref="OptionOrigin.Default"/> for switches that do not remember it.</summary>
    public static OptionOrigin OriginOf(MakeOptions options, OptionName name) => name switch
    {
        OptionName.KeepGoing or OptionName.NoKeepGoing => options.KeepGoingOrigin,
        OptionName.Silent or OptionName.NoSilent => options.SilentOrigin,
        OptionName.PrintDirectory or OptionName.NoPrintDirectory => options.PrintDirectoryOrigin,
        _ => OptionOrigin.Default,
    };

    public static void SetFlag(MakeOptions options, OptionName name, OptionOrigin origin)
    {
        switch (name)
        {
            case OptionName.AlwaysMake: options.AlwaysMake = true; break;
            case OptionName.Debug: options.DebugEverything = true; break;
            case OptionName.EnvironmentOverrides: options.EnvironmentOverrides = true; break;
            case OptionName.Help: options.Help = true; break;
            case OptionName.IgnoreErrors: options.IgnoreErrors = true; break;
            case OptionName.KeepGoing or OptionName.NoKeepGoing:
                options.KeepGoing = name == OptionName.KeepGoing;
                options.StopGiven |= name == OptionName.NoKeepGoing;
                options.KeepGoingOrigin = origin;
                break;
            case OptionName.CheckSymlinkTimes: options.CheckSymlinks = true; break;
            case OptionName.JustPrint: options.JustPrint = true; break;
            case OptionName.PrintDataBase: options.PrintDataBase = true; break;
            case OptionName.Question: options.Question = true; break;
            case OptionName.NoBuiltinRules: options.NoBuiltinRules = true; break;
            case OptionName.NoBuiltinVariables: options.NoBuiltinVariables = true; break;
            case OptionName.Silent or OptionName.NoSilent:
                options.Silent = name == OptionName.Silent;
                options.NoSilentGiven |= name == OptionName.NoSilent;
                options.SilentOrigin = origin;
                break;
            case OptionName.Touch: options.Touch = true; break;
            case OptionName.Version: options.PrintVersion = true; break;
            case OptionName.PrintDirectory or OptionName.NoPrintDirectory:
                options.PrintDirectory = name == OptionName.PrintDirectory;
                options.PrintDirectoryOrigin = origin;
                break;
            case OptionName.Trace: options.Trace = true; break;
            case OptionName.WarnUndefinedVariables: options.WarnUndefined = true; break;
            default: throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    /// <summary>Whether <c>MAKEFLAGS</c> names the flag: it is on, or it was turned off in so many words.</summary>
    public static bool IsFlagSet(MakeOptions options, OptionName name) => name switch
    {
        OptionName.AlwaysMake => options.AlwaysMake,
        OptionName.Debug => options.DebugEverything,
        OptionName.EnvironmentOverrides => options.EnvironmentOverrides,
        OptionName.IgnoreErrors => options.IgnoreErrors,
        OptionName.KeepGoing => options.KeepGoing,
        OptionName.NoKeepGoing => !options.KeepGoing && options.StopGiven,
        OptionName.CheckSymlinkTimes => options.CheckSymlinks,
        OptionName.JustPrint => options.JustPrint,
        OptionName.PrintDataBase => options.PrintDataBase,
        OptionName.Question => options.Question,
        OptionName.NoBuiltinRules => options.NoBuiltinRules,
        OptionName.NoBuiltinVariables => options.NoBuiltinVariables,
        OptionName.Silent => options.Silent,
        OptionName.NoSilent => !options.Silent && options.NoSilentGiven,
        OptionName.Touch => options.Touch,
        OptionName.PrintDirectory => options.PrintDirectory == true,
        OptionName.NoPrintDirectory => options.PrintDirectory == false,
        OptionName.Trace => options.Trace,
        OptionName.WarnUndefinedVariables => options.WarnUndefined,
        _ => false,
    };

    public static void SetText(MakeOptions options, OptionName name, string value)
    {
        switch (name)
        {
            case OptionName.OutputSync: options.OutputSync = value; break;
            case OptionName.JobserverAuth or OptionName.JobserverDescriptors: options.JobserverAuth = value; break;
            case OptionName.SyncMutex: options.SyncMutex = value; break;
            case OptionName.Shuffle: options.Shuffle = value; break;
            case OptionName.JobserverStyle: options.JobserverStyle = value; break;
            default: throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    public static string? TextOf(MakeOptions options, OptionName name) => name switch
    {
        OptionName.OutputSync => options.OutputSync,
        OptionName.JobserverAuth or OptionName.JobserverDescriptors => options.JobserverAuth,
        OptionName.SyncMutex => options.SyncMutex,
        OptionName.Shuffle => options.Shuffle,
        OptionName.JobserverStyle => options.JobserverStyle,
        _ => null,
    };

    public static List<string>? ListOf(MakeOptions options, OptionName name) => name switch
    {
        OptionName.Directory => options.Directories,
        OptionName.Eval => options.EvalStrings,
        OptionName.File or OptionName.TempStdin => options.Makefiles,
        OptionName.IncludeDirectory => options.IncludeDirectories,
        OptionName.OldFile => options.OldFiles,
        OptionName.WhatIf => options.NewFiles,
        OptionName.DebugLevels => options.DebugLevels,
        _ => null,
    };

    /// <summary>Works out <see cref="MakeOptions.Debug"/> and <see cref="MakeOptions.SyncMode"/>; the message of the fatal error, or null.</summary>
    public static string? Settle(MakeOptions options) => SettleDebug(options) ?? SettleOutputSync(options);

    private static string? SettleDebug(MakeOptions options)
    {
        DebugFlags level = options.DebugEverything ? DebugFlags.All : DebugFlags.None;
        if (options.Trace)
            level |= DebugFlags.Print | DebugFlags.Why;
        foreach (string text in options.DebugLevels)
        {
            // Only the first letter of each part counts; what ends the text after a separator is no part.
            for (int at = 0; at < text.Length;)
            {
                if (Level(text[at]) is not { } added)
                    return $"unknown debug level specification '{text[at..]}'";
                level = added == DebugFlags.None ? DebugFlags.None : level | added;
                int separator = text.AsSpan(at + 1).IndexOfAny(',', ' ');
                at = separator < 0 ? text.Length : at + separator + 2;
            }
        }
        options.Debug = level;
        if (level == DebugFlags.None)
            options.DebugEverything = false;
        return null;
    }

    private static DebugFlags? Level(char letter) => char.ToLowerInvariant(letter) switch
    {
        'a' => DebugFlags.All,
        'b' => DebugFlags.Basic,
        'i' => DebugFlags.Basic | DebugFlags.Implicit,
        'j' => DebugFlags.Jobs,
        'm' => DebugFlags.Basic | DebugFlags.Makefiles,
        'n' => DebugFlags.None,
        'p' => DebugFlags.Print,
        'v' => DebugFlags.Basic | DebugFlags.Verbose,
        'w' => DebugFlags.Why,
        _ => null,
    };

    private static string? SettleOutputSync(MakeOptions options)
    {
        OutputSyncMode? mode = options.OutputSync switch
        {
            null => options.SyncMode,
            "none" => OutputSyncMode.None,
            "line" => OutputSyncMode.Line,
            "target" => OutputSyncMode.Target,
            "recurse" => OutputSyncMode.Recurse,
            _ => null,
        };
        if (mode is null)
            return $"unknown output-sync type '{options.OutputSync}'";
        options.SyncMode = mode.Value;
        return null;
    }
}
