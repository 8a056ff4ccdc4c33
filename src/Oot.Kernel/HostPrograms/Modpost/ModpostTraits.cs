using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Which <see cref="ModpostTrait"/>s the modpost of a tree has; each is looked for when it is first asked for.</summary>
internal sealed class ModpostTraits(ModpostTree tree)
{
    private readonly bool?[] known = new bool?[ModpostTraitTable.Signs.Length];
    private byte[]? program;
    private int release = -1;

    private byte[] Program => program ??= tree.ReadProgram();

    private int Release => release >= 0 ? release : release = tree.ReadRelease();

    public bool Has(ModpostTrait trait) => known[(int)trait] ??= LookFor(ModpostTraitTable.Signs[(int)trait]);

    /// <summary>getopt's description of the options.</summary>
    public string Options()
    {
        int start = Program.AsSpan().IndexOf("\0ei:"u8) + 1;
        int length = start == 0 ? -1 : Program.AsSpan(start).IndexOf((byte)0);
        if (length is > 3 and < 64)
            return Encoding.Latin1.GetString(Program, start, length);
        if (Has(ModpostTrait.VersionForms))
            return "ei:MmnT:to:au:WwENd:xb";
        return Has(ModpostTrait.ExportSection) ? "ei:MmnT:to:au:WwENd:" : Has(ModpostTrait.CrcsFromCommands) ? "ei:mnT:o:aWwENd:" : "ei:mnT:o:awENd:";
    }

    private bool LookFor(ModpostTraitSign sign)
    {
        if (sign.InProgram is not null && Program.Length > 0)
            return (Program.AsSpan().IndexOf(Encoding.Latin1.GetBytes(sign.InProgram)) >= 0) != sign.WhenAbsent;
        if (sign.File is not null)
            return sign.InFile.Length == 0 ? tree.Has(sign.File) : tree.TryRead(sign.File, out ReadOnlySpan<byte> text) && text.IndexOf(Encoding.Latin1.GetBytes(sign.InFile)) >= 0;
        return Release >= sign.Since && (sign.Until == 0 || Release < sign.Until);
    }
}
