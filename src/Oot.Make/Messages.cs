using Oot.Core;
using Oot.Make.Caching.Runs;
using Oot.Make.Evaluation;
using Oot.Make.Execution;

namespace Oot.Make;

/// <summary>
/// What make says, and where: to its own streams, or into the held output of the job on whose behalf it speaks. Announces the working
/// directory before the first word where that is due.
/// </summary>
internal sealed class Messages(string program)
{
    /// <summary>How deep this make is nested; 0 for the one that the user started.</summary>
    public int Level { get; set; }

    /// <summary>How output is kept together.</summary>
    public OutputSyncMode SyncMode { get; set; }

    /// <summary>The lock shared by all makes of the build, or null.</summary>
    public OutputSync? Sync { get; set; }

    /// <summary>Whether "Entering directory" lines are wanted; asked anew each time, because makefiles can change it.</summary>
    public Func<bool> PrintsDirectory { get; set; } = () => false;

    /// <summary>Whether this process has said which directory it is in.</summary>
    public bool HasAnnounced { get; set; }

    /// <summary>Whether lines about directories begin with <c># </c>, as in <c>-p</c>, which makefiles can switch on too.</summary>
    public Func<bool> MarksAsComment { get; set; } = () => false;

    /// <summary>The working directory, or null when it is not known.</summary>
    public string? Directory { get; set; }

    /// <summary>The job on whose behalf make speaks now, or null.</summary>
    public JobOutput? Context { get; set; }

    /// <summary>The name of the program in messages.</summary>
    public string Program { get; } = program;

    /// <summary>Called when a fatal error has been told; need not return.</summary>
    public Action? Stopping { get; set; }

    /// <summary>What a message without a place begins with: <c>make</c> or <c>make[1]</c>.</summary>
    public string Prefix => Level == 0 ? Program : $"{Program}[{Level}]";

    /// <summary>Writes to standard output.</summary>
    public void WriteOutput(string text) => Write(isError: false, text);

    /// <summary>A line on standard output without the program's name.</summary>
    public void Line(string text) => Write(isError: false, text + "\n");

    /// <summary>A line on standard output after the program's name.</summary>
    public void Note(string text) => Write(isError: false, $"{Prefix}: {text}\n");

    /// <summary>A line on standard error, for a place if one is known.</summary>
    public void Error(SourceLocation location, string text) =>
        Write(isError: true, $"{(location.IsKnown ? location.ToString() : Prefix)}: {text}\n");

    /// <summary>A line on standard error after the program's name.</summary>
    public void Error(string text) => Error(SourceLocation.None, text);

    /// <summary>Says why make stops, and gives what to throw.</summary>
    public MakeStopException Fatal(SourceLocation location, string text)
    {
        Error(location, $"*** {text}.  Stop.");
        Stopping?.Invoke();
        return new MakeStopException(2);
    }

    /// <summary>Says why make stops, and gives what to throw.</summary>
    public MakeStopException Fatal(string text) => Fatal(SourceLocation.None, text);

    /// <summary>Debugging output: standard output, never held back, no announcement.</summary>
    public static void Debug(string text) => WriteRaw(1, text);

    private void Write(bool isError, string text)
    {
        if (text.Length == 0)
            return;
        Start();
        if (Context?.Held?.Write(isError, text) != true)
            Speak(isError ? 2 : 1, text);
    }

    /// <summary>To be called before anything is written by make or by a child.</summary>
    public void Start()
    {
        if (Context is { IsHeld: true, Held: null } job)
        {
            job.Held = SynchronizedOutput.Open();
            if (job.Held is null)
            {
                job.IsHeld = false;
                SyncMode = OutputSyncMode.None;
                Sync = null;
                Error(OutputSync.CannotHold);
            }
        }
        if (SyncMode is OutputSyncMode.None or OutputSyncMode.Recurse && !HasAnnounced && PrintsDirectory())
        {
            HasAnnounced = true;
            AnnounceDirectory(entering: true);
        }
    }

    /// <summary>Writes out what a job has held back.</summary>
    public void Dump(JobOutput job)
    {
        if (job.Held is null)
            return;
        bool frames = SyncMode != OutputSyncMode.Recurse && PrintsDirectory();
        if (!job.Held.Dump(Sync, frames ? AnnounceDirectory : null))
        {
            Error(OutputSync.CannotLock);
            Sync = null;
        }
    }

    /// <summary>Writes out what a job has held back and closes it.</summary>
    public void Close(JobOutput job)
    {
        Dump(job);
        job.Held?.Dispose();
        job.Held = null;
    }

    /// <summary>The last word: leaves the directory if it was entered.</summary>
    public void Finish()
    {
        if (!HasAnnounced)
            return;
        HasAnnounced = false;
        AnnounceDirectory(entering: false);
    }

    private void AnnounceDirectory(bool entering) =>
        Speak(1, $"{(MarksAsComment() ? "# " : "")}{Prefix}: {(entering ? "Entering" : "Leaving")} {(Directory is null ? "an unknown directory" : $"directory '{Directory}'")}\n");

    /// <summary>Notes what is printed, or null.</summary>
    public RunRecorder? Recorder { get; set; }

    private void Speak(int descriptor, string text)
    {
        Recorder?.Said(descriptor, text);
        WriteRaw(descriptor, text);
    }

    /// <summary>Writes to a descriptor of the process as it is.</summary>
    public static void WriteRaw(int descriptor, string text) => WriteRaw(descriptor, ByteText.ToBytes(text));

    /// <summary>Writes bytes to a descriptor of the process.</summary>
    public static void WriteRaw(int descriptor, ReadOnlySpan<byte> bytes)
    {
        if (MakeProcess.Current.Scouting is not null)
            return;
        MakeProcess.Current.BeSeen();
        int errno = Disk.WriteAll(descriptor, bytes);
        if (errno is 0 or Errno.BadDescriptor || descriptor != 1)
            return;
        if (errno == Errno.BrokenPipe)
            ProcessSignals.DieBy(ProcessSignals.BrokenPipe);
        OutputFailed = true;
    }

    /// <summary>Something could not be written to standard output.</summary>
    public static bool OutputFailed { get; private set; }
}
