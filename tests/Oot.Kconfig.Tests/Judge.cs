using System.Diagnostics;
using System.Text;
using Xunit;

namespace Oot.Kconfig.Tests;

/// <summary>The conf of one kernel, the real program and oot's: the same arguments and environment, twin directories.</summary>
internal sealed class Judge
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(20);

    public Judge(string kernel)
    {
        string root = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/oot-test");
        Directory = Path.Combine(root, "kconfig", kernel);
        Kernel = kernel;
        if (!File.Exists(Program))
            Assert.Skip($"no conf of kernel {kernel}: run tests/setup/kconfig-judges.sh {kernel}");
        Own = Environment.GetEnvironmentVariable("OOT_BINARY") ?? "";
        if (!File.Exists(Own))
            Assert.Skip("no native binary: set OOT_BINARY to what ./oot --print-binary prints");
    }

    public string Kernel { get; }

    private string Directory { get; }

    private string Own { get; }

    public string Tree => Path.Combine(Directory, "tree");

    public string Program => Path.Combine(Directory, "conf");

    public string[] Configurations => [.. System.IO.Directory.EnumerateFiles(Path.Combine(Directory, "configs")).Order(StringComparer.Ordinal)];

    /// <summary>Debian's configurations of the other architectures: what kbuild calls the architecture, its directory, and the file.</summary>
    public IEnumerable<(string Architecture, string Directory, string File)> ForeignConfigurations
    {
        get
        {
            string foreign = Path.Combine(Directory, "foreign");
            Assert.SkipUnless(System.IO.Directory.Exists(foreign), "tests/setup/kconfig-judges.sh --foreign");
            foreach (string file in System.IO.Directory.EnumerateFiles(foreign, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string debian = Path.GetFileName(Path.GetDirectoryName(file)!);
                (string architecture, string directory) = debian switch
                {
                    "armel" or "armhf" => ("arm", "arm"),
                    "i386" => ("i386", "x86"),
                    "loong64" => ("loongarch", "loongarch"),
                    "mipsel" or "mips64el" => ("mips", "mips"),
                    "ppc64el" => ("powerpc", "powerpc"),
                    "riscv64" => ("riscv", "riscv"),
                    "s390x" => ("s390", "s390"),
                    _ => (debian, debian),
                };
                yield return (architecture, directory, file);
            }
        }
    }

    /// <summary>A version of the kind that small trees are read as.</summary>
    public string Version => Kernel == "7.x" ? "7.3.0" : Kernel + ".0";

    /// <summary>What kbuild names a kernel's own configurations by: those of a directory of arch, fragments included.</summary>
    public string[] DefaultConfigurations(string directory) =>
        [.. System.IO.Directory.EnumerateFiles(Path.Combine(Tree, "arch", directory, "configs")).Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>The environment in which kbuild runs conf on the source tree.</summary>
    public Dictionary<string, string> TreeEnvironment(string architecture, string directory, string compiler = "gcc") => new()
    {
        ["srctree"] = Tree,
        ["objtree"] = ".",
        ["ARCH"] = architecture,
        ["SRCARCH"] = directory,
        ["KERNELVERSION"] = Version,
        ["CC"] = compiler,
        ["LD"] = "ld",
        ["NM"] = "nm",
        ["AR"] = "ar",
        ["OBJCOPY"] = "objcopy",
        ["HOSTCC"] = "gcc",
        ["RUSTC"] = "no-rustc",
        ["BINDGEN"] = "no-bindgen",
        ["PAHOLE"] = "no-pahole",
        ["PAHOLE_VERSION"] = "0",
        ["CLANG_FLAGS"] = "",
        ["CONFIG_SHELL"] = "sh",
        ["PYTHON3"] = "python3",
        ["CC_VERSION_TEXT"] = CompilerVersion,
        ["RUSTC_VERSION_TEXT"] = "",
        ["LC_ALL"] = "C",
    };

    private static string CompilerVersion { get; } = Run("gcc", ["--version"], "/", new Dictionary<string, string>(), "").Output.Split('\n')[0];

    /// <summary>Runs both in copies of a directory; what differs, empty where nothing does.</summary>
    public string Compare(string inputs, string[] arguments, Dictionary<string, string> environment, string input = "") => Compare(inputs, arguments, environment, null, input).Difference;

    /// <summary>Runs both in copies of a directory: what the real program did, and what differs.</summary>
    /// <param name="probes">Where the real program's probes are on record; null: it runs them. oot gets the plain environment in any case.</param>
    public (Outcome Real, string Difference) Compare(string inputs, string[] arguments, Dictionary<string, string> environment, RecordedProbes? probes, string input = "")
    {
        using var temporary = new TemporaryDirectory();
        (string a, string b) = (temporary.At("a"), temporary.At("b"));
        Copy(inputs, a);
        Copy(inputs, b);
        // Both are called alike, since a program's name is in its messages.
        Outcome real = Run(Program, arguments, a, probes?.AddedTo(environment) ?? environment, input);
        Outcome own = RunOwn(b, arguments, environment, input);
        return (real, real.DifferenceTo(own with { Error = own.Error.Replace("scripts/kconfig/conf", Program, StringComparison.Ordinal) }));
    }

    /// <summary>Runs the real program alone.</summary>
    public Outcome RunReal(string directory, string[] arguments, Dictionary<string, string> environment) => Run(Program, arguments, directory, environment, "");

    /// <summary>Runs oot alone.</summary>
    public Outcome RunOwn(string directory, string[] arguments, Dictionary<string, string> environment, string input = "") =>
        Run(Own, ["host-program", "scripts/kconfig/conf", .. arguments], directory, environment, input);

    private static Outcome Run(string program, string[] arguments, string directory, Dictionary<string, string> environment, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading.
        }
        if (!process.WaitForExit(LongestRun))
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (directory != "/")
        {
            foreach (string file in System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
                files[Path.GetRelativePath(directory, file)] = File.ReadAllBytes(file);
        }
        return new Outcome(process.ExitCode, output.Result, error.Result, files);
    }

    private static void Copy(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (string file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
