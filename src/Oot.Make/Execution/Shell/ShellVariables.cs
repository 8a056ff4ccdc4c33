using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>
/// A script's variables, in dash's order: programs see their environment in it (var.c, 0.5.12: 39 chains, dash's own variables first).
/// </summary>
internal sealed class ShellVariables
{
    private const int ChainCount = 39;

    private readonly List<Variable>[] _chains = new List<Variable>[ChainCount];
    private List<string>? _environment;

    /// <summary>The variables that dash would have at its start.</summary>
    /// <param name="environment"><c>NAME=VALUE</c> strings; those without a shell's name are dropped.</param>
    /// <param name="directory">The working directory, for <c>PWD</c>.</param>
    public ShellVariables(IReadOnlyList<string> environment, string directory)
    {
        for (int i = 0; i < ChainCount; i++)
            _chains[i] = [];
        foreach (string own in (ReadOnlySpan<string>)["IFS", "MAIL", "MAILPATH", "PATH", "PS1", "PS2", "PS4", "OPTIND", "LINENO", "TERM", "HISTSIZE"])
            _chains[ChainOf(own)].Insert(0, new Variable(own, null, null, false));
        foreach (string entry in environment)
        {
            int equals = entry.IndexOf('=');
            if (equals > 0 && IsName(entry.AsSpan(0, equals)))
                Set(entry[..equals], entry[(equals + 1)..], isExported: true, entry);
        }
        Set("PWD", directory, isExported: true);
    }

    private ShellVariables(ShellVariables other)
    {
        for (int i = 0; i < ChainCount; i++)
            _chains[i] = [.. other._chains[i]];
        _environment = other._environment;
    }

    /// <summary>A variable's value; null when it is unset.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (Variable variable in _chains[ChainOf(name)])
            {
                if (variable.Name == name)
                    return variable.Value;
            }
            return null;
        }
    }

    /// <summary>What programs get: <c>NAME=VALUE</c> of every exported variable.</summary>
    public IReadOnlyList<string> Environment
    {
        get
        {
            if (_environment is null)
            {
                _environment = [];
                foreach (List<Variable> chain in _chains)
                {
                    foreach (Variable variable in chain)
                    {
                        if (variable is { IsExported: true, Value: not null })
                            _environment.Add(variable.Entry ?? $"{variable.Name}={variable.Value}");
                    }
                }
            }
            return _environment;
        }
    }

    /// <summary>A copy that can change by itself.</summary>
    public ShellVariables Copy() => new(this);

    /// <summary>Sets a variable; what was exported stays so.</summary>
    /// <param name="entry">Name and value as an environment has them, if they came from one.</param>
    public void Set(string name, string value, bool isExported = false, string? entry = null)
    {
        _environment = null;
        List<Variable> chain = _chains[ChainOf(name)];
        for (int i = 0; i < chain.Count; i++)
        {
            if (chain[i].Name != name)
                continue;
            chain[i] = new Variable(name, value, entry, chain[i].IsExported || isExported);
            return;
        }
        chain.Add(new Variable(name, value, entry, isExported));
    }

    private static int ChainOf(string name)
    {
        uint hash = (uint)name[0] << 4;
        foreach (char c in name)
            hash += c;
        return (int)(hash % ChainCount);
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (!ShellReader.IsNameStart(name[0]))
            return false;
        foreach (char c in name)
        {
            if (!ShellReader.IsNameStart(c) && !char.IsAsciiDigit(c))
                return false;
        }
        return true;
    }

    private readonly record struct Variable(string Name, string? Value, string? Entry, bool IsExported);
}
