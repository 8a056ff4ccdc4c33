using Oot.Elf;
using Xunit;

namespace Oot.Kernel.Tests;

public class ElfFileTests
{
    [Fact]
    public void Every_object_and_program_at_hand_can_be_read_and_agrees_with_readelf()
    {
        string[] files = ["/bin/sh", "/usr/bin/make", .. Some("/usr/lib/gcc", "*.o", 20), .. Some("/usr/lib/modules", "*.ko", 50), .. Some(Environment.GetEnvironmentVariable("XDG_DATA_HOME") ?? "/nonexistent", "*.ko", 50)];
        foreach (string path in files.Where(File.Exists))
        {
            Assert.True(ElfFile.Read(File.ReadAllBytes(path), out ElfFile file, out string error), $"{path}: {error}");
            Assert.NotEqual(ElfMachine.None, file.Machine);
            Assert.True(file.FindSection(".shstrtab", out _), path);
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    public void Both_widths_and_byte_orders_give_the_same_sections(int elfClass, int order)
    {
        byte[] bytes = Synthetic(elfClass, order, "vermagic=6.1.0 SMP \0\0\0license=GPL\0"u8.ToArray());
        Assert.True(ElfFile.Read(bytes, out ElfFile file, out string error), error);
        Assert.Equal((ElfClass)elfClass, file.Class);
        Assert.Equal(order == 2, file.IsBigEndian);
        Assert.Equal(ElfMachine.AArch64, file.Machine);
        Assert.Equal(["vermagic=6.1.0 SMP ", "license=GPL"], file.Strings(".modinfo"));
        Assert.Empty(file.Strings(".comment"));
    }

    [Fact]
    public void Every_truncation_and_every_changed_byte_is_an_error_or_a_value_never_a_crash()
    {
        byte[] bytes = Synthetic(2, 1, "license=GPL\0"u8.ToArray());
        for (int length = 0; length < bytes.Length; length++)
            Touch(bytes.AsMemory(0, length));
        for (int at = 0; at < bytes.Length; at++)
        {
            foreach (byte value in new byte[] { 0, 1, 0x7f, 0x80, 0xff })
            {
                byte[] changed = [.. bytes];
                changed[at] = value;
                Touch(changed);
            }
        }
    }

    [Fact]
    public void Messages_say_what_is_wrong()
    {
        Assert.False(ElfFile.Read("hello"u8.ToArray(), out _, out string error));
        Assert.Equal("not an ELF file", error);
        Assert.False(ElfFile.Read(Synthetic(2, 1, [])[..40], out _, out error));
        Assert.Equal("the ELF header is cut off after 40 bytes", error);
    }

    private static void Touch(ReadOnlyMemory<byte> bytes)
    {
        if (!ElfFile.Read(bytes, out ElfFile file, out _))
            return;
        foreach (ElfSection section in file.Sections)
            _ = file.Content(section).Length;
        _ = file.Strings(".modinfo");
    }

    private static IEnumerable<string> Some(string directory, string pattern, int count) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, pattern, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Take(count) : [];

    /// <summary>A relocatable object with an empty section, <c>.shstrtab</c> and <c>.modinfo</c>.</summary>
    private static byte[] Synthetic(int elfClass, int order, byte[] modinfo)
    {
        bool wide = elfClass == 2;
        byte[] names = "\0.shstrtab\0.modinfo\0"u8.ToArray();
        int header = wide ? 64 : 52, entry = wide ? 64 : 40;
        int table = header + names.Length + modinfo.Length;
        byte[] bytes = new byte[table + (3 * entry)];
        "\u007fELF"u8.CopyTo(bytes);
        bytes[4] = (byte)elfClass;
        bytes[5] = (byte)order;
        Put(16, 1, 2);
        Put(18, 183, 2);
        Put(wide ? 40 : 32, table, wide ? 8 : 4);
        Put(wide ? 58 : 46, entry, 2);
        Put(wide ? 60 : 48, 3, 2);
        Put(wide ? 62 : 50, 1, 2);
        names.CopyTo(bytes, header);
        modinfo.CopyTo(bytes, header + names.Length);
        Section(1, 1, 3, header, names.Length);
        Section(2, 11, 1, header + names.Length, modinfo.Length);
        return bytes;

        void Section(int index, int name, int type, int offset, int size)
        {
            int at = table + (index * entry);
            Put(at, name, 4);
            Put(at + 4, type, 4);
            Put(at + (wide ? 24 : 16), offset, wide ? 8 : 4);
            Put(at + (wide ? 32 : 20), size, wide ? 8 : 4);
        }

        void Put(int at, long value, int width)
        {
            for (int i = 0; i < width; i++)
                bytes[at + (order == 1 ? i : width - 1 - i)] = (byte)(value >> (8 * i));
        }
    }
}
