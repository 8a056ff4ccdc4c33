using Oot.Make.Execution;

namespace Oot.Make.Options;

/// <summary>Every switch of make 4.4.1. <c>-b</c> and <c>-m</c> are accepted and leave no trace.</summary>
internal sealed class MakeOptions
{
    /// <summary><c>-B</c>.</summary>
    public bool AlwaysMake { get; set; }

    /// <summary>What <see cref="DebugEverything"/>, <see cref="Trace"/> and <see cref="DebugLevels"/> amount to; every parse sets it anew.</summary>
    public DebugFlags Debug { get; set; }

    /// <summary><c>-d</c>; a <c>--debug=n</c> that leaves nothing to print turns it off again.</summary>
    public bool DebugEverything { get; set; }

    /// <summary>The arguments of <c>--debug</c>, without repetitions; <c>basic</c> where none was given.</summary>
    public List<string> DebugLevels { get; set; } = [];

    /// <summary><c>-C</c>.</summary>
    public List<string> Directories { get; set; } = [];

    /// <summary><c>-e</c>.</summary>
    public bool EnvironmentOverrides { get; set; }

    /// <summary><c>-E</c>, <c>--eval</c>.</summary>
    public List<string> EvalStrings { get; set; } = [];

    /// <summary><c>-f</c>, repetitions kept; the file of <c>--temp-stdin</c> is among them, at <see cref="TempStdinIndex"/>.</summary>
    public List<string> Makefiles { get; set; } = [];

    /// <summary><c>-h</c>.</summary>
    public bool Help { get; set; }

    /// <summary><c>-i</c>.</summary>
    public bool IgnoreErrors { get; set; }

    /// <summary><c>-I</c>; <c>-</c> stands for "none of the default ones".</summary>
    public List<string> IncludeDirectories { get; set; } = [];

    /// <summary><c>-j</c>: null when not given, 0 without a limit.</summary>
    public int? JobSlots { get; set; }

    /// <summary><c>--jobserver-auth</c>, and <c>--jobserver-fds</c> of old.</summary>
    public string? JobserverAuth { get; set; }

    /// <summary><c>--jobserver-style</c>, not checked here.</summary>
    public string? JobserverStyle { get; set; }

    /// <summary><c>-k</c>; <c>-S</c> turns it off.</summary>
    public bool KeepGoing { get; set; }

    /// <summary>Whether <c>-S</c> was ever given; only then it is passed on.</summary>
    public bool StopGiven { get; set; }

    public OptionOrigin KeepGoingOrigin { get; set; }

    /// <summary><c>-l</c>; negative for no limit.</summary>
    public double MaxLoad { get; set; } = -1;

    /// <summary><c>-L</c>.</summary>
    public bool CheckSymlinks { get; set; }

    /// <summary><c>-n</c>.</summary>
    public bool JustPrint { get; set; }

    /// <summary><c>-o</c>.</summary>
    public List<string> OldFiles { get; set; } = [];

    /// <summary><c>-O</c> as written; null when not given.</summary>
    public string? OutputSync { get; set; }

    /// <summary><see cref="OutputSync"/> understood.</summary>
    public OutputSyncMode SyncMode { get; set; }

    /// <summary><c>-p</c>.</summary>
    public bool PrintDataBase { get; set; }

    /// <summary><c>-q</c>.</summary>
    public bool Question { get; set; }

    /// <summary><c>-r</c>.</summary>
    public bool NoBuiltinRules { get; set; }

    /// <summary><c>-R</c>.</summary>
    public bool NoBuiltinVariables { get; set; }

    /// <summary><c>-s</c>; <c>--no-silent</c> turns it off.</summary>
    public bool Silent { get; set; }

    /// <summary>Whether <c>--no-silent</c> was ever given; only then it is passed on.</summary>
    public bool NoSilentGiven { get; set; }

    public OptionOrigin SilentOrigin { get; set; }

    /// <summary><c>--shuffle</c> as written; <see cref="Shuffler.EffectiveMode"/> replaces it before it is passed on.</summary>
    public string? Shuffle { get; set; }

    /// <summary><c>--sync-mutex</c>.</summary>
    public string? SyncMutex { get; set; }

    /// <summary><c>-t</c>.</summary>
    public bool Touch { get; set; }

    /// <summary><c>-w</c> or <c>--no-print-directory</c>; null when neither was given.</summary>
    public bool? PrintDirectory { get; set; }

    public OptionOrigin PrintDirectoryOrigin { get; set; }

    /// <summary><c>-W</c>.</summary>
    public List<string> NewFiles { get; set; } = [];

    /// <summary><c>--warn-undefined-variables</c>.</summary>
    public bool WarnUndefined { get; set; }

    /// <summary><c>-v</c>.</summary>
    public bool PrintVersion { get; set; }

    /// <summary><c>--trace</c>.</summary>
    public bool Trace { get; set; }

    /// <summary><c>--temp-stdin</c>, given on re-execution: the file that holds what <c>-f -</c> read.</summary>
    public string? TempStdin { get; set; }

    /// <summary>Where <see cref="TempStdin"/> stands in <see cref="Makefiles"/>; −1 when it does not.</summary>
    public int TempStdinIndex { get; set; } = -1;
}
