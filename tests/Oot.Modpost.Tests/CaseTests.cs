using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>Every case, by the real modpost of each kernel and by oot: text, exit code and files are the same, also where the tree's program is not there to tell what it is like.</summary>
public sealed class CaseTests(BareTrees bareTrees) : IClassFixture<BareTrees>
{
    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (string file in Directory.EnumerateFiles(Cache.Cases, "*.case").Order(StringComparer.Ordinal))
            names.Add(Path.GetFileNameWithoutExtension(file));
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Says_and_writes_what_the_real_one_does(string name)
    {
        var @case = new ModpostCase(Path.Combine(Cache.Cases, name + ".case"));
        string work = Directory.CreateTempSubdirectory("oot-modpost-").FullName;
        try
        {
            string inputs = Path.Combine(work, "inputs");
            @case.Build(inputs);
            string differences = "";
            foreach (string kernel in @case.Kernels)
            {
                var modpost = new Modpost(kernel, @case.Kind);
                var twin = new TwinDirectory(Path.Combine(work, "run"), inputs);
                string[] arguments = @case.ArgumentsFor(kernel);
                (Outcome Outcome, SortedDictionary<string, byte[]> Files) real = twin.Run(directory => modpost.RunReal(directory, arguments, @case.Input));
                (Outcome Outcome, SortedDictionary<string, byte[]> Files) own = twin.Run(directory => modpost.RunOwn(directory, arguments, @case.Input));
                // The real one may crash where oot must not.
                Assert.True(real.Outcome.Exit < 128 || @case.MayCrash, $"the modpost of {kernel} crashes: {real.Outcome.Error}");
                string found = real.Outcome.Exit < 128 ? Comparison.Of(real, own) : "";
                differences += found.Length > 0 ? $"--- {kernel}\n{found}" : "";
                string program = bareTrees.Program(kernel, modpost);
                string bare = Comparison.Of(own, twin.Run(directory => WithName(modpost.RunOwn(directory, arguments, @case.Input, program), program, modpost.Program)));
                differences += bare.Length > 0 ? $"--- {kernel} without its program\n{bare}" : "";
            }
            Assert.True(differences.Length == 0, differences);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // Wrong options are told with the program's name.
    private static Outcome WithName(Outcome outcome, string name, string other) => outcome with { Error = outcome.Error.Replace(name, other, StringComparison.Ordinal) };
}
