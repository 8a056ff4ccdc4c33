using Oot.Core;
using Oot.Deploy.Indexing;
using Xunit;

namespace Oot.Deploy.Tests;

/// <summary>Modules with changed bytes: whatever they say, there are facts that are sound, or an errno.</summary>
public sealed class MalformedModuleTests
{
    [Fact]
    public void Changed_modules_give_sound_facts_or_an_error()
    {
        byte[] good = new SyntheticModule { Exports = [("one", 1), ("two", null)], Imports = ["three", "?four"], Versions = [("three", 3), ("module_layout", 4)], Strings = ["alias=a*", "softdep=pre: b"] }.Bytes();
        int seed = FuzzSettings.Seed;
        TestContext.Current.TestOutputHelper?.WriteLine($"OOT_FUZZ_SEED={seed}");
        var random = new Random(seed);
        var reader = new LinkFactsReader(new Disk());
        DateTime end = DateTime.UtcNow.AddSeconds(Math.Min(FuzzSettings.Seconds, 3));
        while (DateTime.UtcNow < end)
        {
            byte[] changed = [.. good];
            for (int i = random.Next(1, 6); i > 0; i--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            LinkFacts facts = reader.Read(changed, random.Next(4) == 0 ? random.Next(changed.Length) : changed.Length);
            Assert.True(facts.Errno != 0 || facts.IsSound);
        }
    }
}
