using Oot.Core;
using Oot.Kernel.Tests.Loading;
using Xunit;

namespace Oot.Kernel.Tests.Proving;

/// <summary>The modules of <c>tests/load/modules</c>, built by oot against Debian's header packages of the cloud kernels: once a kernel and run of the tests.</summary>
public sealed class BuiltModules : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> built = new(StringComparer.Ordinal);

    /// <summary>The directory with a kernel's modules.</summary>
    internal string Of(string kernel)
    {
        lock (gate)
        {
            if (!built.TryGetValue(kernel, out string? place))
                built[kernel] = place = Build(kernel);
            return place;
        }
    }

    /// <summary>The certificate and key that no kernel knows.</summary>
    internal (string Key, string Certificate) OtherKey
    {
        get
        {
            lock (gate)
            {
                string key = directory.Path + "/other.pem", certificate = directory.Path + "/other.crt";
                if (!File.Exists(key))
                    Run("openssl", "req", "-new", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-subj", "/CN=Somebody else", "-days", "9999");
                return (key, certificate);
            }
        }
    }

    private string Build(string kernel)
    {
        string? make = Environment.GetEnvironmentVariable("OOT_MAKE");
        Assert.SkipWhen(make is null, "OOT_MAKE names no make (./test sets it)");
        string tree = $"{Specimen.Cache}/kernels/{kernel}-cloud/build";
        Assert.SkipWhen(!Directory.Exists(tree), $"tests/setup/kernels.sh {kernel}-cloud");
        Assert.SkipWhen(!new DirectoryInfo(tree).ResolveLinkTarget(true)!.FullName.EndsWith(Specimen.Offer(kernel + "-cloud").Name, StringComparison.Ordinal), "image and headers are of different releases");
        string place = $"{directory.Path}/{kernel}";
        Directory.CreateDirectory(place);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Checkout.Tests, "load", "modules")))
            File.Copy(file, $"{place}/{Path.GetFileName(file)}");
        // 7.x is built with a compiler that Debian 12 does not have.
        string[] compiler = kernel == "7.x" ? ["CC=gcc-12", "CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT="] : [];
        Run(make!, ["-C", tree, $"M={place}", "-j2", "modules", .. compiler]);
        return place;
    }

    internal static void Run(string program, params string[] words)
    {
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest(program, words, ProcessContext.Environment()));
        Assert.True(result.ExitCode == 0, $"{program} {string.Join(' ', words)}: exit {result.ExitCode}\n{result.Output}\n{result.Error}");
    }

    public void Dispose() => directory.Dispose();
}
