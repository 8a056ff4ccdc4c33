using System.Diagnostics;
using Oot.Core;
using Oot.Make.Rules;
using Xunit;

namespace Oot.Make.Tests.Rules;

public sealed class ArchiveFileTests
{
    private static readonly string[] Members = ["a.o", "b.o", "fifteen-chars.o", "sixteen-letter.o", "a-very-long-member-name.o", "another-very-long-name.c", ".hidden.o", "z"];

    [Fact]
    public void Patterns_find_the_members_that_make_finds()
    {
        using TemporaryDirectory directory = Archive();
        var disk = new DiskBelow(directory.Path);
        foreach (string pattern in new[] { "*.o", "*", "?.o", "a*", "[!a]*", "*long*", "q*", ".*", "?" })
        {
            // As a prerequisite: make 4.4.1's $(wildcard) forgets the member and gives the archive's name for each.
            (string output, _, _) = MakeProgram.Judge.Run(directory.Path, ["-sr", "-f", "-"], $"all: lib.a({pattern}) ; @:$(info $(addprefix lib.a$(L),$(addsuffix $(R),$+)))\nL := (\nR := )\n");
            IReadOnlyList<ArchiveName> ours = ArchiveFile.Read(disk, "lib.a").Match(pattern);
            Assert.Equal(output.TrimEnd('\n'), string.Join(' ', ours));
        }
    }

    [Fact]
    public void Dates_are_those_of_the_files_put_in()
    {
        using TemporaryDirectory directory = Archive();
        ArchiveFile archive = ArchiveFile.Read(new DiskBelow(directory.Path), "lib.a");
        Assert.Equal(ArchiveState.Complete, archive.State);
        for (int i = 0; i < Members.Length; i++)
            Assert.Equal(1_600_000_000 + i, archive.DateOf("some/dir/" + Members[i]));
        Assert.Equal(-1, archive.DateOf("nothing.o"));
    }

    [Fact]
    public void Touching_a_member_changes_what_make_changes()
    {
        foreach (string member in Members)
        {
            using TemporaryDirectory directory = Archive();
            string[] copies = ["make.a", "oot.a"];
            foreach (string copy in copies)
            {
                File.Copy(directory.At("lib.a"), directory.At(copy));
                File.SetLastWriteTimeUtc(directory.At(copy), DateTime.UnixEpoch.AddSeconds(1_700_000_000));
            }
            MakeProgram.Judge.Run(directory.Path, ["-s", "-t", $"make.a({member})", "-f", "-"], $"make.a({member}): force; echo x\nforce:;:\n");
            Assert.Null(ArchiveFile.Touch(new DiskBelow(directory.Path), "oot.a", member));
            Assert.Equal(File.ReadAllBytes(directory.At("make.a")), File.ReadAllBytes(directory.At("oot.a")));
            Assert.Equal(1_700_000_000, ArchiveFile.Read(new DiskBelow(directory.Path), "oot.a").DateOf(member));
        }
    }

    [Fact]
    public void Touching_what_is_not_there_is_reported_as_make_does()
    {
        using TemporaryDirectory directory = Archive();
        File.WriteAllText(directory.At("no.a"), "text");
        foreach ((string archive, string member) in new[] { ("lib.a", "nothing.o"), ("no.a", "a.o"), ("none.a", "a.o") })
        {
            (_, string errors, _) = MakeProgram.Judge.Run(directory.Path, ["-s", "-t", $"{archive}({member})", "-f", "-"], $"{archive}({member}): force; echo x\nforce:;:\n");
            Assert.Equal(errors.Split('\n')[0], "make: " + ArchiveFile.Touch(new DiskBelow(directory.Path), archive, member));
        }
    }

    [Fact]
    public void Damaged_archives_are_judged_as_make_judges_them()
    {
        using TemporaryDirectory directory = Archive();
        byte[] good = File.ReadAllBytes(directory.At("lib.a"));
        var random = new Random(1);
        for (int i = 0; i < 150; i++)
        {
            byte[] bad = (byte[])good.Clone();
            int where = random.Next(Math.Min(bad.Length, 400));
            bad[where] = (byte)"9 x/\n\0#1"[random.Next(8)];
            if (i % 5 == 0)
                bad = bad[..random.Next(bad.Length)];
            File.WriteAllBytes(directory.At("lib.a"), bad);
            (string output, string errors, _) = MakeProgram.Judge.Run(directory.Path, ["-s", "-f", "-"], "$(info $(wildcard lib.a(*)))\nall: ; @:\n");
            ArchiveFile archive = ArchiveFile.Read(new DiskBelow(directory.Path), "lib.a");
            IReadOnlyList<ArchiveName> ours = archive.Match("*");
            if (archive.State == ArchiveState.Fatal)
                Assert.Equal($"make: *** {archive.FatalMessage}.  Stop.\n", errors);
            else
                Assert.Equal(output.TrimEnd('\n'), ours.Count > 0 ? string.Join(' ', ours.Select(_ => "lib.a")) : "lib.a(*)");
        }
    }

    [Theory]
    [InlineData("lib.a(x.o)", true)]
    [InlineData("lib.a()", false)]
    [InlineData("(x)", false)]
    [InlineData("lib.a(x.o", false)]
    [InlineData("lib.a", false)]
    [InlineData("lib((e))", true)]
    public void Member_references_are_told_from_files(string name, bool isMember)
    {
        Assert.Equal(isMember, ArchiveName.TryParse(name, out ArchiveName parsed));
        Assert.Equal(name == "lib((e))", isMember && parsed.IsUnsupported);
    }

    private static TemporaryDirectory Archive()
    {
        Judge.Require();
        var directory = new TemporaryDirectory();
        for (int i = 0; i < Members.Length; i++)
        {
            File.WriteAllText(directory.At(Members[i]), new string('x', i));
            File.SetLastWriteTimeUtc(directory.At(Members[i]), DateTime.UnixEpoch.AddSeconds(1_600_000_000 + i));
        }
        using Process process = Process.Start(new ProcessStartInfo("ar", ["rcU", "lib.a", .. Members]) { WorkingDirectory = directory.Path })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return directory;
    }
}
