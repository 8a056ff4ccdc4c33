using Oot.Genksyms.Tests.Tables;
using Xunit;

namespace Oot.Genksyms.Tests;

public sealed class TableTests
{
    /// <summary>With <c>OOT_REWRITE=1</c> the tables are written instead.</summary>
    [Theory]
    [InlineData("EarlyTables", "early.grammar")]
    [InlineData("LateTables", "late.grammar")]
    public void Tables_are_those_of_the_grammar(string type, string file)
    {
        string folder = Path.Combine(Checkout.Root, "src/Oot.Kernel/HostPrograms/Genksyms/Grammars");
        string text = TableText.Of(type, file, File.ReadAllText(Path.Combine(folder, file)));
        string path = Path.Combine(folder, "..", type + ".cs");
        if (Environment.GetEnvironmentVariable("OOT_REWRITE") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(text, File.ReadAllText(path));
    }
}
