using Oot.Core;

namespace Oot.Kernel.HostPrograms.Kconfig;

/// <summary>A program that probes ask.</summary>
internal sealed class KconfigTool
{
    private readonly IReadOnlyList<string> _environment;
    private readonly string _name;

    /// <param name="name">As the variable has it.</param>
    /// <param name="variable">The variable that names it; empty for none.</param>
    internal KconfigTool(string name, string variable, IReadOnlyList<string> environment, IDisk disk)
    {
        (_name, Variable, _environment) = (name, variable, environment);
        Path = ProcessEnvironment.FindProgram(disk, environment, name);
    }

    internal string Variable { get; }

    /// <summary>Where it lies; null when it is not there.</summary>
    internal string? Path { get; }

    /// <summary>Adds what its answers depend on: the program, or that there is none.</summary>
    internal void AddTo(HashSet<string> programs, HashSet<string> files, HashSet<string> names, string directory)
    {
        if (Path is null)
        {
            foreach (string part in (ProcessEnvironment.Value(_environment, "PATH") ?? "").Split(':'))
            {
                if (part.StartsWith('/'))
                    names.Add(part + "/" + _name);
            }
            return;
        }
        programs.Add(Path);
        if (!Path.Contains("/.cargo/", StringComparison.Ordinal))
            return;
        // rustup's stand-in starts the compiler that its settings and the directory name.
        string home = ProcessEnvironment.Value(_environment, "RUSTUP_HOME") ?? ProcessEnvironment.Value(_environment, "HOME") + "/.rustup";
        files.Add(home + "/settings.toml");
        files.Add(home + "/update-hashes");
        names.Add(directory + "/rust-toolchain");
        names.Add(directory + "/rust-toolchain.toml");
    }
}
