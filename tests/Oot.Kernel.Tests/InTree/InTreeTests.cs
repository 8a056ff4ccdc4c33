using Oot.Core;
using Oot.Kernel.InTree;
using Xunit;

namespace Oot.Kernel.Tests.InTree;

/// <summary>The pieces of building a part of the kernel's own tree.</summary>
public sealed class InTreeTests : IDisposable
{
    private static readonly Disk Disk = new();
    private readonly TemporaryDirectory directory = new();

    [Theory]
    [InlineData("5.5.8-arch1-1", "5.5.8", "", "EXTRAVERSION=-arch1 LOCALVERSION=-1")]
    [InlineData("6.12.95+deb12-cloud-amd64", "6.12.95", "", "EXTRAVERSION=+deb12 LOCALVERSION=-cloud-amd64")]
    [InlineData("6.1.0-50-amd64", "6.1.176", "", "KERNELVERSION=6.1.0-50 LOCALVERSION=-amd64")]
    [InlineData("6.12.9", "6.12.9", "", "EXTRAVERSION= LOCALVERSION=")]
    [InlineData("6.12.95", "6.12.9", "", "KERNELVERSION=6.12.95 LOCALVERSION=")]
    [InlineData("6.12.9-rt3-mine", "6.12.9", "-rt3", "EXTRAVERSION= LOCALVERSION=-mine")]
    public void The_words_give_the_release(string release, string version, string files, string words) => Assert.Equal(words, string.Join(' ', ReleaseWords.Of(release, version, files)));

    [Fact]
    public void A_configuration_loses_what_it_adds_to_the_release() => Assert.Equal(
        "CONFIG_A=y\nCONFIG_B=m\nCONFIG_LOCALVERSION=\"\"\n# CONFIG_LOCALVERSION_AUTO is not set\n", ReleaseWords.WithoutLocalVersion("CONFIG_A=y\nCONFIG_LOCALVERSION=\"-x\"\nCONFIG_LOCALVERSION_AUTO=y\nCONFIG_B=m\n"));

    [Theory]
    [InlineData("#\n# Automatically generated file; DO NOT EDIT.\n# Linux/x86 6.1.176 Kernel Configuration\n#\n", "6.1.176")]
    [InlineData("# Linux/arm64 6.12.95-rt1 Kernel Configuration\n", "6.12.95")]
    [InlineData("CONFIG_X=y\n", "")]
    [InlineData("# Linux/", "")]
    public void The_version_stands_in_the_heading_of_a_configuration(string text, string version) => Assert.Equal(version, KernelSource.VersionOfConfiguration(text));

    [Theory]
    [InlineData("CONFIG_X=m", "X", "m", "#define CONFIG_X_MODULE 1")]
    [InlineData("X", "X", "m", "#define CONFIG_X_MODULE 1")]
    [InlineData("X=y", "X", "y", "#define CONFIG_X 1")]
    [InlineData("CONFIG_X=12", "X", "12", "#define CONFIG_X 12")]
    public void A_setting_is_read_and_defined(string word, string name, string value, string definition)
    {
        OptionSetting setting = Assert.NotNull(OptionSetting.Parse(word));
        Assert.Equal((name, value, definition), (setting.Name, setting.Value, setting.Definition));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=m")]
    [InlineData("CONFIG_=m")]
    [InlineData("X=")]
    [InlineData("X-Y=m")]
    [InlineData("X=$(shell id)")]
    public void What_is_no_setting_is_none(string word) => Assert.Null(OptionSetting.Parse(word));

    [Fact]
    public void Only_what_is_inside_a_structure_changes_one()
    {
        directory.Write("include/linux/a.h", "#if IS_ENABLED(CONFIG_ONE)\nint one(void);\n#endif\nstruct a {\n\tint x;\n#ifdef CONFIG_ONE\n\tint one;\n#endif\n#if IS_ENABLED(CONFIG_ONE_MORE)\n\tint more;\n#endif\n};\nstatic inline int f(void)\n{\n#ifdef CONFIG_TWO\n\treturn 2;\n#endif\n}\nunion b {\n#ifdef CONFIG_TWO_MODULE\n\tint two;\n#endif\n};\n");
        var mentions = new StructureMentions(Disk, ["ONE", "TWO", "THREE"]);
        mentions.Search(directory.Path + "/include", "include");
        Assert.Equal(["ONE: include/linux/a.h:6", "TWO: include/linux/a.h:20"], mentions.Places.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}"));
    }

    [Fact]
    public void Links_follow_the_sources_and_leave_what_a_build_made()
    {
        directory.Write("source/a.c", "a");
        directory.Write("source/sub/b.c", "b");
        directory.Write("source/made.c", "made");
        directory.Write("source/.made.c.cmd", "cmd");
        directory.Write("source/old.o", "object");
        string place = directory.Path + "/place";
        var links = new LinkedDirectories(Disk);
        links.ShowWhole(place, directory.Path + "/source");
        Assert.Equal(["a.c", "sub"], Names(place));
        directory.Write("place/a.o", "built");
        File.Delete(directory.Path + "/source/a.c");
        directory.Write("source/c.c", "c");
        links.ShowWhole(place, directory.Path + "/source");
        Assert.Equal(["a.o", "c.c", "sub"], Names(place));
        Assert.Null(new DirectoryInfo(place + "/sub").LinkTarget);
        Assert.NotNull(new FileInfo(place + "/sub/b.c").LinkTarget);
    }

    [Fact]
    public void The_way_to_a_directory_leads_through_those_that_list_it()
    {
        IReadOnlyList<PassedDirectory> passed = PassedDirectory.On(["drivers/gpu/drm/amd/amdgpu", "drivers/gpu/host1x", "fs/minix"], directory => directory switch
        {
            "drivers/gpu/drm/amd/amdgpu" => ["drivers", "drivers/gpu", "drivers/gpu/drm"],
            "drivers/gpu/host1x" => ["drivers", "drivers/gpu"],
            _ => [],
        });
        Assert.Equal([": drivers fs/minix", "drivers: gpu", "drivers/gpu: drm host1x", "drivers/gpu/drm: amd/amdgpu"], passed.Select(one => $"{one.Path}: {string.Join(' ', one.Enters)}"));
    }

    [Fact]
    public void A_directory_that_was_on_a_way_has_its_own_makefile_again()
    {
        directory.Write("source/Makefile", "obj-m := a.o\n");
        directory.Write("place/Kbuild", "# the way\n");
        new LinkedDirectories(Disk).ShowWhole(directory.Path + "/place", directory.Path + "/source");
        Assert.Equal(["Makefile"], Names(directory.Path + "/place"));
    }

    public void Dispose() => directory.Dispose();

    private static string[] Names(string place) => [.. Directory.EnumerateFileSystemEntries(place).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
