using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>What a command has answered in this run. It holds while no file changes and as long as the variables that it reads are the same; what else is in the environment means nothing to it.</summary>
internal sealed class ProbeAnswer
{
    private readonly Probe _probe;
    private readonly string _programVariables;
    private readonly List<(string Name, string? Value)> _variables = [];

    /// <param name="probe">The command.</param>
    /// <param name="programVariables">The variables that programs read, with their values.</param>
    /// <param name="variables">The names of those that the command reads itself.</param>
    /// <param name="result">Its output and status.</param>
    /// <param name="errors">What it said on standard error.</param>
    public ProbeAnswer(Probe probe, string programVariables, IEnumerable<string> variables, ShellResult result, string errors)
    {
        (_probe, _programVariables, Result, Errors) = (probe, programVariables, result, errors);
        foreach (string name in variables)
            _variables.Add((name, ProcessEnvironment.Value(probe.Environment, name)));
    }

    /// <summary>Its output and status.</summary>
    public ShellResult Result { get; }

    /// <summary>What it said on standard error.</summary>
    public string Errors { get; }

    /// <summary>Whether it answers this command too.</summary>
    public bool IsTo(Probe probe, string programVariables)
    {
        if (probe.Directory != _probe.Directory || programVariables != _programVariables || !probe.Words.SequenceEqual(_probe.Words))
            return false;
        foreach ((string name, string? value) in _variables)
            if (ProcessEnvironment.Value(probe.Environment, name) != value)
                return false;
        return true;
    }
}
