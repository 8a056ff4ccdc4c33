using System.Security.Cryptography;
using Oot.Core;

namespace Oot;

/// <summary>
/// Directories put first on a child's <c>PATH</c>, in which oot stands under other programs' names: <c>make</c>, so that a recipe that says <c>make</c> gets oot, and <c>uname</c>, so
/// that a makefile that asks for the running kernel hears the one it is built for.
/// </summary>
internal static class PrivateTools
{
    /// <summary>The environment with oot's <c>make</c> first on <c>PATH</c>; unchanged when no directory can be made for it.</summary>
    internal static IReadOnlyList<string> WithMake(IDisk disk, IReadOnlyList<string> environment) =>
        MakeDirectory(disk, environment) is string directory ? Prepend(environment, directory) : environment;

    /// <summary>As <see cref="WithMake"/>, with a <c>uname</c> that answers with a release.</summary>
    internal static IReadOnlyList<string> WithUname(IDisk disk, IReadOnlyList<string> environment, string release) =>
        Linked(disk, environment, "uname") is string directory
            ? ProcessEnvironment.With(Prepend(environment, directory), UnameProgram.ReleaseVariable, release)
            : environment;

    /// <summary><c>tools/</c> beside the binary when the launcher made it, else one in the cache; null when neither can be had.</summary>
    internal static string? MakeDirectory(IDisk disk, IReadOnlyList<string> environment)
    {
        string beside = Binary()[..Binary().LastIndexOf('/')] + "/tools";
        return disk.Stat(beside + "/make", out FileStatus status) == 0 && status.IsExecutable ? beside : Linked(disk, environment, "make");
    }

    /// <summary>A makefile in the cache that says no more than <c>.NOTPARALLEL:</c>; null when it cannot be had.</summary>
    internal static string? SerialMakefile(IDisk disk, IReadOnlyList<string> environment)
    {
        const string Text = ".NOTPARALLEL:\n";
        string directory = Cache(environment) + "/oot";
        string path = directory + "/serial.mk";
        if (disk.Read(path, out string text) == 0 && text == Text)
            return path;
        return disk.MakeDirectories(directory) == 0 && disk.Replace(path, ByteText.ToBytes(Text)) == 0 ? path : null;
    }

    /// <summary>The path of oot's own program. A managed host runs the library; the command beside it is what can be linked to.</summary>
    internal static string Binary()
    {
        string program = ProcessContext.ProgramPath();
        return program.EndsWith("/dotnet", StringComparison.Ordinal) ? ByteText.FromUnicode(AppContext.BaseDirectory) + "oot" : program;
    }

    private static string? Linked(IDisk disk, IReadOnlyList<string> environment, string name)
    {
        string binary = Binary();
        string key = Convert.ToHexStringLower(SHA256.HashData(ByteText.ToBytes(binary)).AsSpan(0, 8));
        string directory = $"{Cache(environment)}/oot/bin/{key}{(name == "make" ? "" : "-" + name)}";
        string link = $"{directory}/{name}";
        if (disk.ReadLink(link, out string target) == 0 && target == binary)
            return directory;
        try
        {
            Directory.CreateDirectory(ByteText.ToUnicode(directory));
            string fresh = ByteText.ToUnicode($"{directory}/.{name}-{Environment.ProcessId}");
            File.Delete(fresh);
            File.CreateSymbolicLink(fresh, ByteText.ToUnicode(binary));
            File.Move(fresh, ByteText.ToUnicode(link), overwrite: true);
            return directory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The user's directory for what may be deleted at any time.</summary>
    internal static string Cache(IReadOnlyList<string> environment) =>
        ProcessEnvironment.Value(environment, "XDG_CACHE_HOME") is ['/', ..] and var cache ? cache.TrimEnd('/') : (ProcessEnvironment.Value(environment, "HOME") ?? "/root").TrimEnd('/') + "/.cache";

    private static IReadOnlyList<string> Prepend(IReadOnlyList<string> environment, string directory)
    {
        string path = ProcessEnvironment.Value(environment, "PATH") ?? "/usr/local/bin:/usr/bin:/bin";
        return path == directory || path.StartsWith(directory + ":", StringComparison.Ordinal) ? environment : ProcessEnvironment.With(environment, "PATH", directory + ":" + path);
    }
}
