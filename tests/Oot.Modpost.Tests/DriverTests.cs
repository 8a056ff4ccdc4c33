using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>
/// Objects of real drivers, compiled for one kernel and judged by the modpost of another as well: objects are objects. Of Debian 12's drivers all compile for 5.10, 6.1 and 6.12; for 7.x
/// few do, so its modpost gets those of 6.12. One driver always, with <c>OOT_LONG_TESTS=1</c> all.
/// </summary>
public sealed class DriverTests
{
    private static readonly string[] Names =
        ["acpi-call", "apfs", "ddcci", "digimend", "dm-writeboost", "evdi", "gost-crypto", "jool", "rapiddisk", "tp-smapi", "v4l2loopback", "xtables-addons"];

    [Fact]
    public void A_driver_gets_what_the_real_ones_write() => Judge("bookworm", "v4l2loopback", "5.10");

    public static TheoryData<string, string, string> All() =>
        new(from kernel in new[] { ("bookworm", "5.10"), ("bookworm", "6.1"), ("trixie", "6.12") }
            from name in Names
            where (name, kernel.Item2) is not ("jool", "5.10")
            select (kernel.Item1, name, kernel.Item2));

    [Theory, MemberData(nameof(All))]
    public void Every_driver_gets_what_the_real_ones_write(string suite, string name, string kernel)
    {
        if (Environment.GetEnvironmentVariable("OOT_LONG_TESTS") != "1")
            Assert.Skip("a long test: OOT_LONG_TESTS=1 runs it");
        Judge(suite, name, kernel);
    }

    private static void Judge(string suite, string name, string kernel)
    {
        using var temporary = new TemporaryDirectory();
        string work = temporary.Path;
        string inputs = Path.Combine(work, "inputs"), run = Path.Combine(work, "run");
        string[] objects = DriverObjects.Compile(suite, name, kernel, run);
        Directory.Move(run, inputs);
        string differences = "";
        foreach (string judge in (string[])[kernel, "7.x"])
        {
            var modpost = new Modpost(judge, "lsb-64");
            foreach (string options in (string[])["-m -a -e", "-m -b -a -e", "-a -W -E -N -n"])
            {
                if (options.Contains("-b") != (judge == "7.x") && options.Contains("-m"))
                    continue;
                string[] first = judge is "5.10" or "6.1" ? [] : ["-M"];
                string[] words = [.. first, .. options.Split(' '), "-i", Path.Combine(modpost.Tree, "Module.symvers"), "-o", "new.symvers", .. objects];
                var twin = new TwinDirectory(run, inputs);
                string found = Comparison.Of(twin.Run(directory => modpost.RunReal(directory, words, "")), twin.Run(directory => modpost.RunOwn(directory, words, "")));
                differences += found.Length > 0 ? $"--- {judge} {options}\n{found}" : "";
            }
        }
        Assert.True(differences.Length == 0, differences);
    }
}
