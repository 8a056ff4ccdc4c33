using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>The list of objects that <c>-T</c> names, read as fgets does with a buffer of the longest path's size.</summary>
internal sealed class ObjectList(ModpostRun run)
{
    public IEnumerable<string> Read(string file)
    {
        string text = file == "-" && !run.Has(ModpostTrait.ListIsFile) ? ReadInput() : ReadFile(file);
        for (int start = 0; start < text.Length;)
        {
            int newline = text.IndexOf('\n', start);
            int end = Math.Min(newline < 0 ? text.Length : newline + 1, start + CText.PathSize - 1);
            string line = text[start..end];
            int zero = line.IndexOf('\0', StringComparison.Ordinal);
            yield return zero >= 0 ? line[..zero] : line.EndsWith('\n') ? line[..^1] : line;
            start = end;
        }
    }

    private string ReadFile(string file)
    {
        byte[] content = [];
        int errno = run.Disk.Read(file, ref content, out int length);
        // A directory can be opened, but has no lines.
        if (errno is not (0 or Errno.IsDirectory))
            throw run.Report.ListMissing(file, errno);
        return ByteText.FromBytes(content.AsSpan(0, length));
    }

    private string ReadInput()
    {
        using var all = new MemoryStream();
        try
        {
            run.Input.CopyTo(all);
        }
        catch (IOException)
        {
            // fgets does not tell an error from the end.
        }
        return ByteText.FromBytes(all.GetBuffer().AsSpan(0, (int)all.Length));
    }
}
