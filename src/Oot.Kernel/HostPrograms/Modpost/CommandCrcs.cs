using System.Text;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>The CRCs of a module's exports, from the <c>#SYMVER name 0xcrc</c> lines of its objects' <c>.cmd</c> files (kernel scripts/mod/modpost.c, mod_set_crcs).</summary>
internal sealed class CommandCrcs(ModpostRun run)
{
    private const string NativeSuffix = ".thinlto-native.o";

    public void Read(ModuleRecord module, int number)
    {
        string list = module.IsVmlinux ? ".vmlinux.objs" : module.Name + ".mod";
        if (list.Length >= CText.PathSize)
        {
            run.Report.PathTooLong(list[..(CText.PathSize - 1)]);
            return;
        }
        foreach (string line in ByteText.FromBytes(CText.Read(run.Disk, run.Report, list)).Split('\n'))
        {
            if (line.Length == 0)
                break;
            ReadObject(line, number);
        }
    }

    private void ReadObject(string file, int number)
    {
        string commands = CommandFile(file);
        if (commands.Length >= CText.PathSize)
        {
            run.Report.PathTooLong(commands[..(CText.PathSize - 1)]);
            return;
        }
        ReadOnlySpan<byte> text = CText.Read(run.Disk, run.Report, commands);
        while (text.IndexOf("\n#SYMVER "u8) is >= 0 and int at)
        {
            text = text[(at + "\n#SYMVER ".Length)..];
            int blank = text.IndexOf((byte)' ');
            if (blank < 0)
                return;
            ReadOnlySpan<byte> name = text[..blank];
            text = text[(blank + 1)..];
            if (text.IsEmpty || !char.IsAsciiDigit((char)text[0]))
                continue;
            uint crc = CText.ParseUnsigned(text, 0, out int used);
            text = text[used..];
            if (text.IsEmpty || text[0] != '\n')
                continue;
            int symbol = run.Table.Find(name, number);
            if (symbol >= 0)
                (run.Table[symbol].Crc, run.Table[symbol].HasCrc) = (crc, true);
        }
    }

    private string CommandFile(string file)
    {
        int name = file.LastIndexOf('/') + 1;
        var path = new StringBuilder(file.Length + 6).Append(file, 0, name).Append('.');
        if (!run.Has(ModpostTrait.ThinLto))
            return path.Append(file, name, file.Length - name).Append(".cmd").ToString();
        int length = file.Length - name - ".o".Length - (file.EndsWith(NativeSuffix, StringComparison.Ordinal) ? NativeSuffix.Length - ".o".Length : 0);
        // A negative precision is none for printf.
        return path.Append(file, name, length < 0 ? file.Length - name : length).Append(".o.cmd").ToString();
    }
}
