using System.Globalization;
using Oot.Core;
using Oot.Make.Caching;
using Oot.Make.Evaluation;
using Oot.Make.Execution;
using Oot.Make.Options;

namespace Oot.Make;

/// <summary>Switches from the environment and the command line, and what they change at once.</summary>
internal sealed partial class MakeRun
{
    /// <summary>Reads switches from the environment and the command line; an exit code when they end the run.</summary>
    private int? ReadSwitches()
    {
        if (_state.Variables.Find("GNUMAKEFLAGS") is not null)
        {
            _switches.ReadVariable("GNUMAKEFLAGS", Origin.CommandLine);
            _state.Variables.DefineGlobal("GNUMAKEFLAGS", "", Origin.Environment);
        }
        _switches.ReadVariable("MAKEFLAGS", Origin.CommandLine);
        HoldOwnOutput();
        int? environmentSlots = _options.JobSlots;
        _options.JobSlots = null;
        _switches.ReadCommandLine(_arguments, _name);
        _commandLineSlots = _options.JobSlots;
        _options.JobSlots ??= environmentSlots;
        if (_options.Help)
            throw _switches.Usage(isMistake: false);
        if (_options.PrintVersion)
        {
            PrintVersion();
            return 0;
        }
        if (_options.Shuffle is { } mode)
        {
            _state.Shuffler = Shuffler.Create(mode, out string? error);
            if (error is not null)
                throw _messages.Fatal(error);
            // Children get the seed, not the wish for one.
            _options.Shuffle = _state.Shuffler?.EffectiveMode;
        }
        NameTerminal(1, "MAKE_TERMOUT");
        NameTerminal(2, "MAKE_TERMERR");
        HoldOwnOutput();
        if (_state.Variables.Find("MAKELEVEL") is { } level && int.TryParse(level.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int depth))
            _state.Level = _messages.Level = depth;
        if (_options.AlwaysMake && _restarts == 0)
            _state.AlwaysMake = true;
        _options.NoBuiltinRules |= _options.NoBuiltinVariables;
        if (_state.Debugs(DebugFlags.Basic))
            PrintVersion();
        return null;
    }

    /// <summary>Says once which make this is.</summary>
    private void PrintVersion()
    {
        if (!_hasPrintedVersion)
            Messages.WriteRaw(1, VersionText.For(_options.PrintDataBase ? "# " : ""));
        _hasPrintedVersion = true;
    }

    private void HoldOwnOutput()
    {
        bool holds = _options.SyncMode is OutputSyncMode.Line or OutputSyncMode.Target;
        if (_ownOutput.IsHeld && !holds)
            _messages.Close(_ownOutput);
        _ownOutput.IsHeld = holds;
        _messages.SyncMode = _options.SyncMode;
        _messages.Context = _ownOutput;
    }

    private void EnterDirectories()
    {
        _messages.Directory = _firstDirectory;
        _messages.MarksAsComment = () => _options.PrintDataBase;
        _messages.PrintsDirectory = () => _options.PrintDirectory ?? (!_options.Silent && (_state.Level > 0 || _options.Directories.Count > 0));
        foreach (string directory in _options.Directories)
        {
            _memory?.Recorder.Note(directory, FileQuestionKind.Place, NativeFiles.PlaceOf(directory));
            int errno = ProcessContext.Enter(directory);
            _memory?.Recorder.Enter(ProcessContext.WorkingDirectory());
            if (errno != 0)
                throw _messages.Fatal($"{directory}: {Errno.Message(errno)}");
        }
        if (_options.Directories.Count > 0)
            _messages.Directory = ProcessContext.WorkingDirectory();
        _state.Expander.StartingDirectory = _messages.Directory ?? "";
        _state.Variables.DefineGlobal("CURDIR", _messages.Directory ?? "", Origin.File);
        _switches.IncludeDirectoriesChanged = directories => _reader.IncludeDirectories = directories;
        _switches.FindIncludeDirectories();
    }
}
