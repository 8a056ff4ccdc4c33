using Oot.Kconfig.Files;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Modes;

/// <summary>One call of conf, step by step.</summary>
internal sealed class ConfRun
{
    private readonly KconfigSession _session;
    private readonly ConfCall _call;
    private readonly Configuration _configuration;
    private readonly ConfigurationReader _reader;

    internal ConfRun(KconfigSession session, ConfCall call)
    {
        _session = session;
        _call = call;
        Random = call.Mode == ConfMode.RandConfig ? new RandomValues(session, ConfProgram.DialectOf(session)) : null;
        KconfigTree tree = new KconfigReader(session, ConfProgram.DialectOf(session)).Read(call.Top);
        _configuration = new Configuration(tree, session) { IsChanged = true };
        _reader = new ConfigurationReader(session, _configuration) { Message = Say };
    }

    private RandomValues? Random { get; }

    private bool IsSync => _call.Mode == ConfMode.SyncConfig;

    internal int Run()
    {
        Load();
        StopOn(_reader.Warnings > 0);
        bool writes = true;
        if (IsSync && _session.IsOn("KCONFIG_NOSILENTUPDATE"))
        {
            if (_configuration.IsChanged)
                return Fail("\n*** The configuration requires explicit update.\n\n");
            writes = false;
        }
        Change();
        StopOn(_configuration.UnmetCount > 0);
        if (_call.Mode == ConfMode.SaveDefConfig)
            return Writer().WriteShort(_call.File!) ? 0 : Fail($"n*** Error while saving defconfig to: {_call.File}\n\n");
        if (_call.Mode is ConfMode.ListNewConfig or ConfMode.HelpNewConfig)
            return 0;
        if (writes && !Writer().Write())
            return Fail("\n*** Error during writing of the configuration.\n\n");
        return !new AutoFiles(_session, _configuration).Write(IsSync) && IsSync ? Fail("\n*** Error during sync of the configuration.\n\n") : 0;
    }

    private ConfigurationWriter Writer() => new(_session, _configuration) { Message = Say };

    private void Say(string message)
    {
        if (!_call.IsSilent)
            _session.Print($"#\n# {message}\n#\n");
    }

    private int Fail(string message)
    {
        _session.PrintError(message);
        return 1;
    }

    private void StopOn(bool isWrong)
    {
        if (isWrong && _configuration.Tree.Dialect.HasWarningVariables && _session.Variable("KCONFIG_WERROR") is not null)
            throw new KconfigStopException(1);
    }

    private void Load()
    {
        if (ConfModes.IsFresh(_call.Mode))
        {
            LoadSeed();
            return;
        }
        if (!_reader.ReadAndCalculate(_call.Mode == ConfMode.DefConfig ? _call.File : null) && _call.Mode == ConfMode.DefConfig)
            throw Stop($"***\n*** Can't find default configuration \"{_call.File}\"!\n***\n");
    }

    private KconfigStopException Stop(string message)
    {
        _session.PrintError(message);
        return new KconfigStopException(1);
    }

    private void LoadSeed()
    {
        if (_session.Variable("KCONFIG_ALLCONFIG") is not { } name)
            return;
        if (name is not ("" or "1"))
        {
            if (!_reader.Read(name))
                throw Stop($"*** Can't read seed configuration \"{name}\"!\n");
            return;
        }
        name = _call.Mode switch
        {
            ConfMode.AllNoConfig => "allno.config",
            ConfMode.AllYesConfig => "allyes.config",
            ConfMode.AllModConfig => "allmod.config",
            ConfMode.AllDefConfig => "alldef.config",
            _ => "allrandom.config",
        };
        if (!_reader.Read(name) && !_reader.Read("all.config"))
            throw Stop($"*** KCONFIG_ALLCONFIG set, but no \"{name}\" or \"all.config\" file found\n");
    }

    private void Change()
    {
        var values = new NewValues(_configuration, Random);
        switch (_call.Mode)
        {
            case ConfMode.AllNoConfig:
                values.SetAll(Tristate.No);
                break;
            case ConfMode.AllYesConfig:
                values.SetAll(Tristate.Yes);
                break;
            case ConfMode.AllModConfig:
                values.SetAll(Tristate.Module);
                break;
            case ConfMode.AllDefConfig or ConfMode.DefConfig:
                values.SetAll(null);
                break;
            case ConfMode.RandConfig:
                values.SetAllAtRandom();
                break;
            case ConfMode.Yes2ModConfig:
                values.Rewrite(Tristate.Yes, Tristate.Module);
                break;
            case ConfMode.Mod2YesConfig:
                values.Rewrite(Tristate.Module, Tristate.Yes);
                break;
            case ConfMode.Mod2NoConfig:
                values.Rewrite(Tristate.Module, Tristate.No);
                break;
            case ConfMode.OldAskConfig or ConfMode.OldConfig or ConfMode.SyncConfig or ConfMode.ListNewConfig or ConfMode.HelpNewConfig:
                new Interview(_session, _configuration, _call.Mode).Run();
                break;
        }
    }
}
