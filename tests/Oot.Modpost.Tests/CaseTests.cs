using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>Every case, by the real modpost of each kernel and by oot: text, exit code and files are the same; also where the tree's program is not there to tell what it is like, and where it is Debian's wrapper.</summary>
public sealed class CaseTests(LinkedTrees trees) : IClassFixture<LinkedTrees>
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
        using var temporary = new TemporaryDirectory();
        string inputs = temporary.At("inputs");
        @case.Build(inputs);
        string differences = "";
        foreach (string kernel in @case.Kernels)
        {
            var modpost = new Modpost(kernel, @case.Kind);
            var twin = new TwinDirectory(temporary.At("run"), inputs);
            string[] arguments = @case.ArgumentsFor(kernel);
            (Outcome Outcome, SortedDictionary<string, byte[]> Files) own(string program) => twin.Run(directory => modpost.RunOwn(directory, arguments, @case.Input, program));
            (Outcome Outcome, SortedDictionary<string, byte[]> Files) real = twin.Run(directory => modpost.RunReal(directory, arguments, @case.Input));
            // The real one may crash where oot must not.
            Assert.True(real.Outcome.Exit < 128 || @case.MayCrash, $"the modpost of {kernel} crashes: {real.Outcome.Error}");
            (Outcome Outcome, SortedDictionary<string, byte[]> Files) plain = own(trees.Real(modpost));
            differences += real.Outcome.Exit < 128 ? Titled(kernel, real, plain) : "";
            differences += Titled($"{kernel} without its program", plain, own(trees.Missing(modpost)));
            string wrapper = trees.Wrapper(modpost);
            (Outcome Outcome, SortedDictionary<string, byte[]> Files) wrapped = twin.Run(directory => WithName(Modpost.RunWrapper(wrapper, directory, arguments, @case.Input), wrapper, modpost.Program));
            differences += wrapped.Outcome.Exit < 128 ? Titled($"{kernel} as Debian has it", wrapped, own(modpost.Program)) : "";
        }
        Assert.True(differences.Length == 0, differences);
    }

    private static string Titled(string title, (Outcome Outcome, SortedDictionary<string, byte[]> Files) real, (Outcome Outcome, SortedDictionary<string, byte[]> Files) own)
    {
        string found = Comparison.Of(real, own);
        return found.Length > 0 ? $"--- {title}\n{found}" : "";
    }

    // Wrong options are told with the program's name.
    private static Outcome WithName(Outcome outcome, string name, string other) => outcome with { Error = outcome.Error.Replace(name, other, StringComparison.Ordinal) };
}
