using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>
/// Debian's modpost: a small program that starts one of four real ones (<c>modpost.real-lsb-64</c>), which one the first object tells. What it refuses, no real one sees
/// (Debian's linux-kbuild packages of 5.10 to 7.x).
/// </summary>
internal sealed class ModpostWrapper(ModpostRun run)
{
    private const int Looked = 16;

    /// <summary>What is left to the real program.</summary>
    /// <param name="exitCode">The exit code where that is nothing.</param>
    /// <returns>The options that the real program gets; null when it is not started.</returns>
    public ModpostOptions? Choose(out int exitCode)
    {
        ModpostOptions options = run.Options;
        if (options.Objects.Count > 0)
            return Accepts(options.Objects[0], out exitCode) ? options : null;
        exitCode = 0;
        if (options.ObjectList is not string list || !TryFirstLine(list, out string? first, out exitCode) || first is null)
            return null;
        // A line that was taken from the standard input is handed on as a word.
        return !Accepts(first, out exitCode) ? null : list == "-" ? options.With(first) : options;
    }

    private bool Accepts(string file, out int exitCode)
    {
        exitCode = 1;
        Span<byte> start = stackalloc byte[Looked];
        int errno = run.Disk.ReadStart(file, start, out int length);
        if (errno is not (0 or Errno.IsDirectory))
            return Say($"Can't open \"{file}\"\n");
        if (length < Looked)
            return Say("Error: input truncated\n");
        if (!start.StartsWith("\u007fELF"u8))
            return Say("Error: not ELF\n");
        // Class and byte order; about others it says nothing.
        return start[4] is 1 or 2 && start[5] is 1 or 2;
    }

    /// <param name="line">The first line; null when there is none.</param>
    private bool TryFirstLine(string list, out string? line, out int exitCode)
    {
        line = null;
        exitCode = 1;
        try
        {
            if (list == "-")
            {
                line = FirstLineOfInput();
            }
            else
            {
                int errno = run.Disk.Read(list, out string text);
                if (errno == Errno.IsDirectory)
                    return Say($"Can't read \"{list}\"\n");
                if (errno != 0)
                    return Say($"Can't open \"{list}\"\n");
                line = text.Length > 0 ? text.Split('\n', 2)[0].Split('\0', 2)[0] : null;
            }
        }
        catch (IOException)
        {
            return Say($"Can't read \"{list}\"\n");
        }
        exitCode = 0;
        return true;
    }

    // Byte by byte, as the rest is the real program's.
    private string? FirstLineOfInput()
    {
        var line = new List<byte>();
        int next;
        while ((next = run.Input.ReadByte()) is >= 0 and not '\n')
            line.Add((byte)next);
        return next < 0 && line.Count == 0 ? null : ByteText.FromBytes(line.ToArray()).Split('\0', 2)[0];
    }

    private bool Say(string text)
    {
        run.Report.Plain(text);
        return false;
    }
}
