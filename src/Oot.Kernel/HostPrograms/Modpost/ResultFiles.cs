namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Writes what modpost makes: nothing once there was an error, and a generated source only when it changes.</summary>
internal sealed class ResultFiles(ModpostRun run)
{
    public void Write(string file, TextBuffer text)
    {
        if (run.Report.HasErrors && run.Has(ModpostTrait.ErrorsKeepFiles))
            return;
        int errno = run.Disk.Write(file, text.ToString(), append: false);
        if (errno != 0)
            throw run.Report.SystemError(file, errno);
    }

    public void WriteChanged(string file, TextBuffer text)
    {
        if (run.Disk.Read(file, out string old) != 0 || old != text.ToString())
            Write(file, text);
    }

    public TextBuffer NewBuffer() => new(run.Report, run.Has(ModpostTrait.LongLinesAreFatal));
}
