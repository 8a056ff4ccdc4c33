using Oot.Core;
using Oot.Kernel.Tests;
using Xunit;

namespace Oot.Tests;

/// <summary>The command as a user starts it: a process, with a store, a cache and a make of its own.</summary>
internal sealed class RunningOot : IDisposable
{
    private static readonly Disk Disk = new();

    public TemporaryDirectory Root { get; } = new();

    /// <summary>Runs <c>oot</c>; on its PATH <c>make</c> is the system's, because the engine has tests of its own.</summary>
    public ProgramResult Run(params string[] words) => RunWith([], words);

    /// <summary>The same with other variables.</summary>
    public ProgramResult RunWith((string Name, string Value)[] variables, params string[] words) => Start(AppContext.BaseDirectory + "oot", words, variables);

    /// <summary>Runs <c>oot</c> as another user.</summary>
    public ProgramResult As(uint user, params string[] words) =>
        Start("setpriv", [$"--reuid={user}", $"--regid={user}", "--clear-groups", AppContext.BaseDirectory + "oot", .. words], [("DOTNET_BUNDLE_EXTRACT_BASE_DIR", "/tmp"), ("HOME", "/nonexistent")]);

    /// <summary>Runs the native binary from a shell, whose words may redirect its streams; a managed one has files of its own where standard streams are closed.</summary>
    public ProgramResult Shell(string words)
    {
        string? binary = Environment.GetEnvironmentVariable("OOT_BINARY");
        if (binary is null)
            Assert.Skip("OOT_BINARY names no native binary (./test sets it)");
        return Start("timeout", ["60", "/bin/sh", "-c", $"'{binary}' {words}"], []);
    }

    private ProgramResult Start(string program, IReadOnlyList<string> words, (string Name, string Value)[] variables)
    {
        IReadOnlyList<string> environment = ProcessContext.Environment();
        environment = ProcessEnvironment.With(environment, "XDG_DATA_HOME", Root.Path + "/data");
        environment = ProcessEnvironment.With(environment, "XDG_CACHE_HOME", Root.Path + "/cache");
        environment = ProcessEnvironment.Without(environment, "OOT_DEBUG");
        foreach ((string name, string value) in variables)
            environment = ProcessEnvironment.With(environment, name, value);
        return new ProgramRunner(Disk).Run(new ProgramRequest(program, words, environment, Root.Path));
    }

    /// <summary>Runs a build inside this process with the system's make; what it says goes to the test's own streams.</summary>
    public int Build(string directory, string tree, params string[] targets)
    {
        IReadOnlyList<string> environment = ProcessEnvironment.With(ProcessContext.Environment(), "XDG_DATA_HOME", Root.Path + "/data");
        var session = new Session(Disk, new ProgramRunner(Disk), environment, new Terminal(true, false, environment), Root.Path);
        return new BuildVerb(session, "/usr/bin").Run(new BuildRequest(directory, [tree], 1, true, false, false, [], targets));
    }

    public string Module(string name, string makefile)
    {
        Root.Write($"{name}/Makefile", makefile);
        return $"{Root.Path}/{name}";
    }

    public void Dispose() => Root.Dispose();
}
