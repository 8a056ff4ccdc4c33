using System.Xml.Linq;
using Xunit;

namespace Oot.Tests;

/// <summary>Each layer refers only to those below it; the picture is in ARCHITECTURE.md.</summary>
public sealed class LayeringTests
{
    // What a layer may refer to. Every project below src has to be here.
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Oot.Core"] = [],
        ["Oot.Make"] = ["Oot.Core"],
        ["Oot.Elf"] = ["Oot.Core"],
        ["Oot.Kconfig"] = ["Oot.Core"],
        ["Oot.Kernel"] = ["Oot.Core", "Oot.Make", "Oot.Elf", "Oot.Kconfig"],
        ["Oot.Deploy"] = ["Oot.Core", "Oot.Make", "Oot.Elf", "Oot.Kconfig", "Oot.Kernel"],
        ["Oot"] = ["Oot.Core", "Oot.Make", "Oot.Elf", "Oot.Kconfig", "Oot.Kernel", "Oot.Deploy"],
    };

    public static TheoryData<string> Projects =>
        [.. Directory.GetFiles(Path.Combine(Checkout.Root, "src"), "*.csproj", SearchOption.AllDirectories).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_the_layers_below_it(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        Assert.Contains(name, Below.Keys);
        string[] references = [.. XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
        Assert.Empty(references.Except(Below[name]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_in_the_solution(string project)
    {
        IEnumerable<string> listed = XDocument.Load(Path.Combine(Checkout.Root, "oot.slnx")).Descendants("Project")
            .Select(entry => entry.Attribute("Path")!.Value);
        Assert.Contains(Path.GetRelativePath(Checkout.Root, project), listed);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Packages_are_locked(string project) =>
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")));
}
