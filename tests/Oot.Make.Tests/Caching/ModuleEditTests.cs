using System.Globalization;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>A real driver and a real kernel's headers: after each edit GNU make and oot, called in turn at one path, print and leave the same.</summary>
public sealed class ModuleEditTests(ITestOutputHelper output)
{
    private const string Driver = "v4l2loopback";
    private static readonly string[] Sources = [Driver + ".c", Driver + "_formats.h", "Makefile", "Kbuild"];
    private static readonly string[] Products = [Driver + ".o", Driver + ".ko", Driver + ".mod", Driver + ".mod.c", "Module.symvers", "modules.order", $".{Driver}.o.cmd", $".{Driver}.ko.cmd", $".{Driver}.mod.cmd"];

    private static bool IsLong => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    /// <param name="release">The kernel.</param>
    /// <param name="suite">Whose driver it is.</param>
    /// <param name="shared">An object that is the same for every module, or null.</param>
    [Theory]
    [InlineData("6.1", "bookworm", null)]
    [InlineData("6.12", "trixie", ".module-common.o")]
    public void No_edit_of_a_module_fools_the_memory(string release, string suite, string? shared)
    {
        string tests = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache", "oot-test");
        string kernel = Path.Combine(tests, $"kernels/{release}/build"), driver = Path.Combine(tests, "drivers", suite, Driver);
        Assert.SkipUnless(Directory.Exists(kernel) && Directory.Exists(driver), "no kernel or driver; tests/setup/kernels.sh and tests/setup/drivers.sh fetch them");
        int seed = int.TryParse(Environment.GetEnvironmentVariable("OOT_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : Random.Shared.Next(1 << 30);
        output.WriteLine($"OOT_FUZZ_SEED={seed}");
        var random = new Random(seed);
        using var root = new TemporaryDirectory();
        foreach (string twin in (string[])["judge", "oot"])
            Copy(driver, root.At(twin));
        var words = new List<string> { "-C", new DirectoryInfo(kernel).ResolveLinkTarget(true)?.FullName ?? kernel, "M=" + root.At("work"), "modules" };
        // pahole -j writes types in another order now and then; 6.12 calls it so where there is a vmlinux.
        if (shared is not null)
            words.Add("CONFIG_DEBUG_INFO_BTF_MODULES=");
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        int remembered = 0, withoutCompiler = 0, rounds = IsLong ? 60 : 5;
        for (int round = 0; round <= rounds; round++)
        {
            string edit = round == 0 ? "nothing" : round == 1 && shared is not null ? Each(root, shared, "no", File.Delete) : Edit(random, root, words, variables);
            for (int again = 0; again < 3; again++)
            {
                SmallProject.Settle();
                MakeResult expected = Run(MakeProgram.Judge, root, "judge", words, variables);
                MakeResult actual = Run(MakeProgram.Oot, root, "oot", words, variables);
                bool fromMemory = actual.Errors.Contains("oot cache: run remembered\n", StringComparison.Ordinal);
                remembered += fromMemory ? 1 : 0;
                withoutCompiler += actual.Errors.Contains("oot cache: made without a compiler: ", StringComparison.Ordinal) ? 1 : 0;
                actual = actual with { Errors = string.Concat(actual.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("oot cache: ", StringComparison.Ordinal)).Select(line => line + "\n")) };
                string place = $"seed {seed}, round {round}, run {again} after: {edit}; {string.Join(' ', words)}; from memory: {fromMemory}";
                Assert.True(expected == actual, $"{place}\nGNU make: {expected}\noot: {actual}");
                Assert.True(Files(root.At("judge")) == Files(root.At("oot")), $"{place}\nGNU make:\n{Files(root.At("judge"))}\noot:\n{Files(root.At("oot"))}");
            }
        }
        output.WriteLine($"{remembered} of {(rounds + 1) * 3} runs were answered from memory, {withoutCompiler} made {shared ?? "nothing"} without a compiler");
        Assert.True(remembered > 0);
        Assert.Equal(shared is not null, withoutCompiler > 0);
    }

    private static MakeResult Run(MakeProgram make, TemporaryDirectory root, string twin, List<string> words, Dictionary<string, string> variables)
    {
        Directory.Move(root.At(twin), root.At("work"));
        try
        {
            return make.Run(root.Path, words, "", [("XDG_CACHE_HOME", root.At("cache")), ("OOT_CACHE_LOG", "1"), .. variables.Select(pair => (pair.Key, pair.Value))]);
        }
        finally
        {
            Directory.Move(root.At("work"), root.At(twin));
        }
    }

    private static string Edit(Random random, TemporaryDirectory root, List<string> words, Dictionary<string, string> variables)
    {
        string source = Sources[random.Next(Sources.Length)], product = Products[random.Next(Products.Length)];
        int number = random.Next(1000);
        switch (random.Next(9))
        {
            case 0:
                return Each(root, source, "a line more in", path => File.AppendAllText(path, source[0] is 'M' or 'K' ? $"# {number}\n" : $"/* {number} */\n"));
            case 1:
                return Each(root, source, "new time of", path => File.SetLastWriteTimeUtc(path, DateTime.UtcNow));
            case 2:
                return Each(root, source, "old time of", path => File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, number % 60, DateTimeKind.Utc)));
            case 3 or 4:
                return Each(root, product, "no", File.Delete);
            case 5:
                return Each(root, product, "old time of", path => File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, number % 60, DateTimeKind.Utc)));
            case 6:
                return Each(root, source, "another mode of", path => File.SetUnixFileMode(path, File.GetUnixFileMode(path) ^ UnixFileMode.OtherRead));
            case 7:
                if (!words.Remove("KCFLAGS=-DTRIED"))
                    words.Add("KCFLAGS=-DTRIED");
                return "word KCFLAGS";
            default:
                string name = number % 2 == 0 ? "KCFLAGS" : "V";
                if (!variables.Remove(name))
                    variables[name] = name == "V" ? "1" : "-DSET";
                return "variable " + name;
        }
    }

    private static string Each(TemporaryDirectory root, string name, string what, Action<string> edit)
    {
        foreach (string twin in (string[])["judge", "oot"])
            if (File.Exists(Path.Combine(root.At(twin), name)))
                edit(Path.Combine(root.At(twin), name));
        return $"{what} {name}";
    }

    private static string Files(string directory) =>
        string.Join('\n', Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(directory, path)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(path));
        }
    }
}
