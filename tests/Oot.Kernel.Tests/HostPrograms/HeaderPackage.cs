using System.Diagnostics;
using Oot.Core;
using Oot.Kernel.HostPrograms;
using Oot.Kernel.Tests.Twin;
using Xunit;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>
/// A header package of <c>tests/setup/kernels.sh</c>, whose own programs are the judges of oot's. Those of 7.x need a newer C library than Debian 12 has: they are started with
/// the one that <c>tests/setup/judge-make.sh</c> unpacks.
/// </summary>
internal sealed record HeaderPackage(string Name, string Directory)
{
    public static readonly string[] All = ["5.10", "6.1", "6.12", "7.x"];

    private static string NewLibrary => Path.Combine(TwinBuild.Cache, "make-4.4.1", "root", "usr");

    /// <summary>Skips the test where the package is not there.</summary>
    public static HeaderPackage Get(string name)
    {
        string build = Path.Combine(TwinBuild.Cache, "kernels", name, "build");
        if (!File.Exists(Path.Combine(build, "Makefile")))
            Assert.Skip($"no kernel {name}: tests/setup/kernels.sh {name}");
        if (name == "7.x" && !File.Exists(Path.Combine(NewLibrary, "lib64", "ld-linux-x86-64.so.2")))
            Assert.Skip("7.x's programs need a newer C library: tests/setup/judge-make.sh");
        new Disk().RealPath(build, out string real);
        return new HeaderPackage(name, real);
    }

    public string PathOf(string program) => Path.Combine(Directory, program);

    /// <summary>Runs the package's own program.</summary>
    public CallResult Judge(string program, IEnumerable<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string>? environment = null)
    {
        string[] words = Name == "7.x"
            ? [Path.Combine(NewLibrary, "lib64", "ld-linux-x86-64.so.2"), "--library-path", $"{NewLibrary}/lib/x86_64-linux-gnu:/usr/lib/x86_64-linux-gnu", "--argv0", PathOf(program), PathOf(program), .. arguments]
            : [PathOf(program), .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingDirectory,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = Task.Run(() => CallResult.Text(process.StandardError.BaseStream));
        string output = CallResult.Text(process.StandardOutput.BaseStream);
        process.WaitForExit();
        return new CallResult(process.ExitCode, output, errors.Result);
    }

    /// <summary>Runs oot's, in this process: relative names count from the tests' directory.</summary>
    public CallResult Oot(string program, IEnumerable<string> arguments, IReadOnlyList<string>? environment = null, HostProgramMemory? memory = null)
    {
        HostProgram known = HostProgramTable.Find(PathOf(program))!;
        using MemoryStream input = new(), output = new(), error = new();
        int code = known.Run(new HostProgramCall(PathOf(program), [.. arguments.Select(ByteText.FromUnicode)], environment ?? [], input, output, error, new Disk(), memory));
        return new CallResult(code, ByteText.FromBytes(output.ToArray()), ByteText.FromBytes(error.ToArray()));
    }
}
