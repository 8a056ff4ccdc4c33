namespace Oot.Deploy.Indexing;

/// <summary>What depmod says, in kmod's form; said at once, or kept until it is its turn where several tables are made at the same time.</summary>
/// <param name="program">The name that opens each message.</param>
/// <param name="verbosity">The least grave level that is said.</param>
/// <param name="write">Takes whole lines, and whether they go to standard error.</param>
public sealed class IndexMessages(string program, MessageLevel verbosity, Action<bool, string> write)
{
    /// <summary>Whether what depends on what is shown.</summary>
    public bool Shows => verbosity > MessageLevel.Warning;

    /// <summary>A message.</summary>
    public void Say(MessageLevel level, string text)
    {
        if (level <= verbosity)
            write(true, $"{program}: {Word(level)}: {text}\n");
    }

    /// <summary>A line about what was found, to standard output.</summary>
    public void Show(string line)
    {
        if (Shows)
            write(false, line + "\n");
    }

    /// <summary>Messages that are kept in a list.</summary>
    internal IndexMessages Kept(List<(bool Error, string Text)> lines) => new(program, verbosity, (error, text) => lines.Add((error, text)));

    /// <summary>Says what was kept.</summary>
    internal void Repeat(List<(bool Error, string Text)> lines)
    {
        foreach ((bool error, string text) in lines)
            write(error, text);
    }

    private static string Word(MessageLevel level) => level switch
    {
        MessageLevel.Fatal => "FATAL",
        MessageLevel.Error => "ERROR",
        MessageLevel.Warning => "WARNING",
        MessageLevel.Notice => "NOTICE",
        _ => "INFO",
    };
}
