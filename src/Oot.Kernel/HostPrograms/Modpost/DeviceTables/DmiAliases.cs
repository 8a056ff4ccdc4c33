using System.Text;

namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;

/// <summary>Aliases of machines, by what their firmware says of them: <c>dmi*:bvnS*:svnS*:</c></summary>
internal static class DmiAliases
{
    private const int Matches = 4, MatchSize = 80, LongestAlias = 256;

    /// <summary>The marks in the order of an alias, each with its number in <c>enum dmi_field</c>.</summary>
    private static readonly (string Mark, int Field)[] Fields =
    [
        ("bvn", 1), ("bvr", 2), ("bd", 3), ("br", 4), ("efr", 5), ("svn", 6), ("pn", 7), ("pvr", 8), ("rvn", 13), ("rn", 14), ("rvr", 15), ("cvn", 18), ("ct", 19), ("cvr", 20),
    ];

    public static void Dmi(DeviceEntry entry)
    {
        var alias = new StringBuilder();
        ulong matches = entry.Place("matches");
        foreach ((string mark, int field) in Fields)
        {
            for (int i = 0; i < Matches; i++)
            {
                // The C program was compiled for this machine: seven low bits, whatever the target's compiler does.
                ulong at = matches + (ulong)(i * MatchSize);
                if ((entry.Table.Image.U8(at) & 0x7f) == field)
                    Append(entry, alias, mark, new ByteName(entry.Table.Image.Bytes, (int)at + 1, entry.Table.Image.StringLength(at + 1)));
            }
        }
        entry.Add($"dmi*{alias}:");
    }

    private static void Append(DeviceEntry entry, StringBuilder alias, string mark, ByteName text)
    {
        bool isLimited = entry.Table.Run.Has(ModpostTrait.AliasList);
        AppendPiece(entry, alias, $":{mark}*", isLimited);
        foreach (byte b in text.Span)
        {
            // What the kernel leaves out of the machine's own alias as well.
            if (b is <= (byte)' ' or >= 127 or (byte)':')
                continue;
            if (isLimited && LongestAlias - alias.Length <= 1)
                throw entry.Table.Report.DmiTooLong();
            alias.Append((char)b);
        }
        AppendPiece(entry, alias, "*", isLimited);
    }

    private static void AppendPiece(DeviceEntry entry, StringBuilder alias, string piece, bool isLimited)
    {
        int left = LongestAlias - alias.Length;
        if (isLimited && piece.Length >= left)
            throw entry.Table.Report.AliasTooLong(LongestAlias, piece.Length, left);
        alias.Append(piece);
    }
}
