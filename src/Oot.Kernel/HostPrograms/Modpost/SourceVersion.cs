using System.Buffers;
using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// The sum over a module's sources and the headers beside or below them, without comments and blanks (kernel scripts/mod/sumversion.c). Which files those are stands in the
/// objects' <c>.cmd</c> files.
/// </summary>
internal sealed class SourceVersion(ModpostRun run)
{
    private readonly SourceSum sum = new();
    private byte[] buffer = new byte[65536];

    /// <summary>Empty when a list of objects or a <c>.cmd</c> file is malformed; a file that is missing ends modpost.</summary>
    public string Of(string module)
    {
        string list = module + ".mod";
        string text = ByteText.FromBytes(CText.Read(run.Disk, run.Report, list.Length > CText.PathSize ? list[..CText.PathSize] : list));
        char separator = '\n';
        if (!run.Has(ModpostTrait.ObjectPerLine))
        {
            if (text.Length == 0)
            {
                run.Report.ObjectListEmpty(module + ".o");
                return "";
            }
            (text, separator) = (text.Split('\n', 2)[0], ' ');
        }
        foreach (string file in text.Split(separator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!file.EndsWith(".a", StringComparison.Ordinal) && !AddObject(file))
                return "";
        }
        return sum.ToString();
    }

    private bool AddObject(string file)
    {
        string directory = file[..(file.LastIndexOf('/') + 1)];
        ReadOnlySpan<byte> commands = CText.Read(run.Disk, run.Report, $"{directory}.{file[directory.Length..]}.cmd");
        byte[] inDirectory = ByteText.ToBytes(directory);
        bool isDependency = false;
        while (!commands.IsEmpty)
        {
            int newline = commands.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = newline < 0 ? commands : commands[..newline];
            commands = newline < 0 ? [] : commands[(newline + 1)..];
            while (!line.IsEmpty && CText.IsSpace(line[0]))
                line = line[1..];
            if (line.StartsWith("source_"u8))
            {
                int blank = line.LastIndexOf((byte)' ');
                if (blank < 0)
                {
                    run.Report.SourceLineMalformed(ByteText.FromBytes(line));
                    return false;
                }
                AddFile(line[(blank + 1)..]);
            }
            else if (line.StartsWith("deps_"u8))
            {
                isDependency = true;
            }
            else if (isDependency && !AddDependency(line, inDirectory))
            {
                break;
            }
        }
        return true;
    }

    // False at the end of the list, which is the first line without a backslash.
    private bool AddDependency(ReadOnlySpan<byte> line, ReadOnlySpan<byte> directory)
    {
        if (line.IsEmpty || line[^1] != '\\')
            return false;
        int blank = line.IndexOfAny(Blanks);
        ReadOnlySpan<byte> file = blank < 0 ? line : line[..blank];
        int at = file.IndexOf(directory), slash = file.LastIndexOf((byte)'/');
        // The directory's first place must end where the name begins; a name without a slash is in no directory.
        if (at >= 0 && slash >= 0 && at + directory.Length - 1 == slash)
            AddFile(file);
        return true;
    }

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\n\v\f\r"u8);

    private void AddFile(ReadOnlySpan<byte> name)
    {
        string file = ByteText.FromBytes(name);
        int errno = run.Disk.Read(file, ref buffer, out int length);
        if (errno != 0)
            throw run.Report.SystemError(file, errno);
        sum.AddSource(buffer.AsSpan(0, CText.LengthToZero(buffer.AsSpan(0, length))));
    }
}
