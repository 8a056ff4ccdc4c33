using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

/// <summary>Random scripts as recipes, under GNU make with its real shell and under oot (<c>tests/shell-twins.py</c>). Quick: 750; with <c>OOT_LONG_TESTS=1</c>: 30,000.</summary>
[Collection(Children.Name)]
public class ShellTwinTests
{
    private static bool LongTestsAreWanted => Environment.GetEnvironmentVariable("OOT_LONG_TESTS") == "1";

    [Theory]
    [InlineData("--jobs=1")]
    [InlineData("--jobs=4")]
    [InlineData("--function")]
    public void Random_scripts_write_leave_and_end_as_in_dash(string way)
    {
        _ = Judge.Require();
        _ = MakeProgram.Oot;
        string script = Path.Combine(Directory.GetParent(Directory.GetParent(Folder())!.FullName)!.FullName, "shell-twins.py");
        for (int round = 0; round < (LongTestsAreWanted ? 20 : 1); round++)
        {
            ShellResult result = Judge.Run(["python3", script, way, "--count", LongTestsAreWanted ? "500" : "250"]);
            Assert.True(result.ExitCode == 0, result.Output);
        }
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
