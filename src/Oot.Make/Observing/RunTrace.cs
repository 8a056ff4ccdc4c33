using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Observing;

/// <summary>
/// <c>--trace-file</c>: what a build did when, in the format of Chrome's tracing (an array of JSON objects; chrome://tracing, Perfetto and speedscope read it). Every make of the build
/// appends to one file. Times are microseconds of the monotonic clock, which all processes share. An event has a beginning and an end of its own, so a build that was killed shows what
/// ran; only the <c>]</c> is missing then, which readers of the format do not insist on.
/// </summary>
public sealed class RunTrace
{
    /// <summary>The variable that names the file to the makes below. Only commands that may run make get it, and no makefile.</summary>
    public const string Variable = "OOT_TRACE";

    /// <summary>The lane of what a process itself does; jobs have the lanes above.</summary>
    public const int Own = 0;

    private const int LongestName = 120, MostHeld = 1 << 16;

    private readonly SharedLog _log;
    private readonly bool _closes;
    private readonly long _number;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    // How many events are open in each lane, and which lanes are taken.
    private readonly List<int> _open = [0];
    private readonly List<bool> _taken = [true];

    private RunTrace(SharedLog log, bool closes)
    {
        _log = log;
        _closes = closes;
        _number = MakeProcess.Current.UniqueNumber;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>What <see cref="Variable"/> is for the makes below.</summary>
    public string Value => _log.Path;

    /// <summary>A new trace of this process and of all makes below it; null with errno when the file cannot be written.</summary>
    /// <param name="path">The file, which is emptied.</param>
    /// <param name="name">What this process is called in the trace.</param>
    /// <param name="errno">0, or why there is no trace.</param>
    public static RunTrace? Begin(string path, string name, out int errno)
    {
        if (SharedLog.Create(path, out errno) is not { } log)
            return null;
        var trace = new RunTrace(log, closes: true);
        trace.NameProcess(name, isFirst: true);
        return trace;
    }

    /// <summary>The trace of a make above; null when it is not to be had.</summary>
    /// <param name="value">What <see cref="Variable"/> is.</param>
    /// <param name="name">What this process is called in the trace.</param>
    public static RunTrace? Join(string value, string name)
    {
        if (SharedLog.Join(value) is not { } log)
            return null;
        var trace = new RunTrace(log, closes: false);
        trace.NameProcess(name, isFirst: false);
        return trace;
    }

    /// <summary>Something begins. What begins later in the same lane ends earlier.</summary>
    /// <param name="lane"><see cref="Own"/>, or a job's.</param>
    /// <param name="name">What is shown; long ones are cut.</param>
    /// <param name="category">By which events can be filtered: <c>evaluation</c>, <c>recipe</c>, <c>command</c>, <c>wait</c>, <c>phase</c>.</param>
    /// <param name="arguments">Details.</param>
    public void Begin(int lane, string name, string category, params ReadOnlySpan<TraceArgument> arguments)
    {
        _open[lane]++;
        Write("B", lane, name, category, arguments);
    }

    /// <summary>What began last in a lane has ended.</summary>
    public void End(int lane, params ReadOnlySpan<TraceArgument> arguments)
    {
        if (_open[lane] == 0)
            return;
        _open[lane]--;
        Write("E", lane, null, null, arguments);
    }

    /// <summary>Something happened.</summary>
    public void Mark(int lane, string name, string category, params ReadOnlySpan<TraceArgument> arguments) => Write("i", lane, name, category, arguments);

    /// <summary>The lowest lane that no job has.</summary>
    public int TakeLane()
    {
        int lane = _taken.IndexOf(false);
        if (lane >= 0)
        {
            _taken[lane] = true;
            return lane;
        }
        lane = _taken.Count;
        _taken.Add(true);
        _open.Add(0);
        Write("M", lane, "thread_name", null, [new TraceArgument("name", string.Create(CultureInfo.InvariantCulture, $"job {lane}"))]);
        return lane;
    }

    /// <summary>A job needs its lane no more.</summary>
    public void FreeLane(int lane)
    {
        while (_open[lane] > 0)
            End(lane);
        _taken[lane] = false;
    }

    /// <summary>The make ends, or starts anew: so does all that it was doing.</summary>
    public void EndAll()
    {
        for (int lane = _open.Count - 1; lane >= 0; lane--)
            while (_open[lane] > 0)
                End(lane);
    }

    /// <summary>The process ends. The one that began the trace closes the array.</summary>
    public void Close()
    {
        EndAll();
        Flush();
        if (_closes)
            _log.Append("\n]\n"u8);
        _log.Dispose();
    }

    private void NameProcess(string name, bool isFirst)
    {
        Write("M", Own, "process_name", null, [new TraceArgument("name", Shortened(name))], isFirst);
        Write("M", Own, "thread_name", null, [new TraceArgument("name", "make")]);
    }

    private void Write(string phase, int lane, string? name, string? category, ReadOnlySpan<TraceArgument> arguments, bool isFirst = false)
    {
        _buffer.Write(isFirst ? "[\n"u8 : ",\n"u8);
        _json.Reset();
        _json.WriteStartObject();
        if (name is not null)
            _json.WriteString("name"u8, ByteText.ToUnicode(phase == "M" ? name : Shortened(name)));
        if (category is not null)
            _json.WriteString("cat"u8, category);
        _json.WriteString("ph"u8, phase);
        if (phase == "i")
            _json.WriteString("s"u8, "t"u8);
        _json.WriteNumber("ts"u8, Now());
        _json.WriteNumber("pid"u8, _number);
        _json.WriteNumber("tid"u8, lane);
        if (!arguments.IsEmpty)
            WriteArguments(arguments);
        _json.WriteEndObject();
        _json.Flush();
        // Between two commands hundreds of things are read.
        bool isHeld = lane == Own && (category == "evaluation" || phase == "E") && _buffer.WrittenCount < MostHeld;
        if (!isHeld)
            Flush();
    }

    private void Flush()
    {
        _log.Append(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    private void WriteArguments(ReadOnlySpan<TraceArgument> arguments)
    {
        _json.WriteStartObject("args"u8);
        foreach (TraceArgument argument in arguments)
        {
            if (argument.Text is { } text)
                _json.WriteString(argument.Name, ByteText.ToUnicode(text));
            else
                _json.WriteNumber(argument.Name, argument.Number);
        }
        _json.WriteEndObject();
    }

    private static long Now() => (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000 / Stopwatch.Frequency);

    private static string Shortened(string text)
    {
        int end = text.IndexOf('\n');
        if (end < 0)
            end = text.Length;
        return end <= LongestName && end == text.Length ? text : text[..Math.Min(end, LongestName)] + "...";
    }
}
