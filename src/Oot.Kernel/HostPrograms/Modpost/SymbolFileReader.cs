using System.Buffers.Text;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// Reads a <c>Module.symvers</c>, tens of thousands of lines in every run, without an object a line:
/// <code>0x12345678 TAB symbol TAB module TAB EXPORT_SYMBOL[_GPL] TAB namespace</code>
/// (kernel scripts/mod/modpost.c, read_dump).
/// </summary>
internal sealed class SymbolFileReader(ModpostReport report, ModpostTraits traits, ExportRegister register)
{
    private readonly SymbolTable table = register.Table;
    private readonly Dictionary<string, int> modules = new(StringComparer.Ordinal);
    private int text, lastModule = -1, lastModuleStart, lastModuleLength;
    private byte[] bytes = [];

    public void Read(IDisk disk, string file)
    {
        byte[] buffer = [];
        int errno = disk.Read(file, ref buffer, out int length);
        if (errno != 0)
            throw report.SystemError(file, errno);
        bytes = buffer;
        length = CText.LengthToZero(bytes.AsSpan(0, length));
        text = table.AddText(bytes, length);
        lastModule = -1;
        if (traits.Has(ModpostTrait.ModulesByFile))
            modules.Clear();
        for (int start = 0; start < length;)
        {
            int end = bytes.AsSpan(start, length - start).IndexOf((byte)'\n');
            end = end < 0 ? length : start + end;
            ReadLine(file, start, end);
            start = end + 1;
        }
    }

    private void ReadLine(string file, int start, int end)
    {
        int name = Column(start, end), module = Column(name, end), export = Column(module, end), space = Column(export, end);
        if (space < 0)
            throw report.SymbolFileMalformed();
        uint crc = ReadCrc(bytes.AsSpan(start, name - 1 - start), out bool isNumber);
        if (module - name < 2 || export - module < 2 || !isNumber)
            throw report.SymbolFileMalformed();
        ReadOnlySpan<byte> word = bytes.AsSpan(export, space - 1 - export);
        ExportKind kind = ExportKindNames.Kind(word);
        if (kind > ExportKind.Gpl && traits.Has(ModpostTrait.ErrorsKeepFiles))
        {
            report.LicenceUnknown(ByteText.FromBytes(bytes.AsSpan(name, module - 1 - name)), ByteText.FromBytes(word));
            return;
        }
        int symbol = register.Add(text, name, module - 1 - name, Module(file, module, export - 1 - module), kind, isGlobal: true);
        // Of two exports with one name, and of a name that begins with a dot, the register's own search decides whose these are.
        register.SetCrc(symbol, crc);
        register.SetNamespace(symbol, text, space, end - space);
    }

    // The beginning of the next column; negative when the line has none.
    private int Column(int start, int end)
    {
        if (start < 0)
            return -1;
        int tab = bytes.AsSpan(start, end - start).IndexOf((byte)'\t');
        return tab < 0 ? -1 : start + tab + 1;
    }

    private static uint ReadCrc(ReadOnlySpan<byte> column, out bool isNumber)
    {
        // As modpost itself writes them.
        if (column.Length == 10 && column.StartsWith("0x"u8) && Utf8Parser.TryParse(column[2..], out uint written, out int digits, 'x') && digits == 8)
        {
            isNumber = true;
            return written;
        }
        uint crc = CText.ParseUnsigned(column, 16, out int used);
        isNumber = used == column.Length;
        return crc;
    }

    // Lines of one module stand together: the last one's is compared before any is looked up.
    private int Module(string file, int start, int length)
    {
        ReadOnlySpan<byte> name = bytes.AsSpan(start, length);
        if (lastModule >= 0 && name.SequenceEqual(bytes.AsSpan(lastModuleStart, lastModuleLength)))
            return lastModule;
        string module = ByteText.FromBytes(name);
        if (!modules.TryGetValue(module, out lastModule))
            modules[module] = lastModule = table.Add(new ModuleRecord(module, file));
        (lastModuleStart, lastModuleLength) = (start, length);
        return lastModule;
    }
}
