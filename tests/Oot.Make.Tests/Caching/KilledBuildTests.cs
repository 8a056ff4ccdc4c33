using System.Diagnostics;
using Xunit;

namespace Oot.Make.Tests.Caching;

/// <summary>A module's build is killed at random moments: the next one ends with the bytes of one that was never disturbed.</summary>
public sealed class KilledBuildTests(ITestOutputHelper output)
{
    private const string Driver = "v4l2loopback";

    [Fact]
    public void A_killed_build_of_a_module_goes_on_to_the_same_bytes()
    {
        string tests = Environment.GetEnvironmentVariable("OOT_TEST_CACHE") ?? Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Environment.GetEnvironmentVariable("HOME") + "/.cache", "oot-test");
        string kernel = Path.Combine(tests, "kernels/6.1/build"), driver = Path.Combine(tests, "drivers/bookworm", Driver);
        Assert.SkipUnless(Directory.Exists(kernel) && Directory.Exists(driver), "no kernel or driver; tests/setup/kernels.sh 6.1 and tests/setup/drivers.sh fetch them");
        int seed = Random.Shared.Next(1 << 30);
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var root = new TemporaryDirectory();
        string work = root.At("work");
        (string, string) cache = ("XDG_CACHE_HOME", root.At("cache"));
        string[] words = ["-j2", "-C", kernel, "M=" + work, "modules"];

        Copy(driver, work);
        Stopwatch time = Stopwatch.StartNew();
        Assert.Equal(0, MakeProgram.Oot.Run(root.Path, words, "", cache).Code);
        int length = (int)time.ElapsedMilliseconds;
        string undisturbed = Files(work);
        int kills = Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1" ? 100 : 4;
        for (int i = 0; i < kills; i++)
        {
            Directory.Delete(work, recursive: true);
            Copy(driver, work);
            using (Process process = MakeProgram.Oot.Start(root.Path, words, environment: cache))
            {
                Thread.Sleep(random.Next(length));
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            MakeResult result = MakeProgram.Oot.Run(root.Path, words, "", cache);
            Assert.True(result.Code == 0, $"seed {seed}, kill {i}\n{result}");
            Assert.True(undisturbed == Files(work), $"seed {seed}, kill {i}\nundisturbed:\n{undisturbed}\nkilled:\n{Files(work)}");
        }
    }

    /// <summary>Every file but what a killed compiler or probe had for itself.</summary>
    private static string Files(string directory) =>
        string.Join('\n', Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("/.tmp_", StringComparison.Ordinal) && !path.EndsWith(".d", StringComparison.Ordinal))
            .Select(path => $"{Path.GetRelativePath(directory, path)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"));

    private static void Copy(string from, string to)
    {
        foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
