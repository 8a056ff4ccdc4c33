using System.Globalization;
using Oot.Core;
using static Oot.Make.Execution.SystemCalls;

namespace Oot.Make.Execution;

/// <summary>
/// Whether the machine is too busy for one more job (<c>-l</c>), as GNU make 4.4.1 judges (job.c, load_too_high): on Linux by the number
/// of tasks that can run right now, elsewhere by the load average and a guess for the jobs started since it was computed.
/// </summary>
internal sealed unsafe class LoadAverage : IDisposable
{
    private const double WeightOfJobs = 0.25, WeightOfLastSecond = 0.25;

    private readonly Func<string?> _read;
    private int _descriptor = -1;
    private bool _processesKnown = true;
    private int _startedThisSecond;
    private double _lastSecond;
    private long _now;

    /// <summary>Judges by <c>/proc/loadavg</c>.</summary>
    public LoadAverage() => _read = ReadProcesses;

    /// <summary>Judges by a given text in the form of <c>/proc/loadavg</c>; null when there is none.</summary>
    internal LoadAverage(Func<string?> read) => _read = read;

    /// <summary>Whether a job must wait; never with a negative <paramref name="max"/>. To be asked only while a job of ours runs.</summary>
    public bool Exceeds(double max)
    {
        if (max < 0)
            return false;
        if (_processesKnown)
        {
            if (RunningTasks(_read()) is { } running)
                return running > max;
            _processesKnown = false;
            Dispose();
        }
        double load;
        if (LoadAverages(&load, 1) != 1)
            load = 0;
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        if (_now < now)
        {
            _lastSecond = _now == now - 1 ? WeightOfLastSecond * _startedThisSecond : 0;
            _startedThisSecond = 0;
            _now = now;
        }
        return load + (WeightOfJobs * (_startedThisSecond + _lastSecond)) >= max;
    }

    /// <summary>To be told of each job started, for the guess.</summary>
    public void JobStarted() => _startedThisSecond++;

    /// <summary>To be told of each job ended, for the guess.</summary>
    public void JobEnded() => _startedThisSecond = Math.Max(0, _startedThisSecond - 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_descriptor >= 0)
            _ = Close(_descriptor);
        _descriptor = -1;
    }

    /// <summary>The number before the slash in <c>0.20 0.18 0.12 1/80 11206</c>.</summary>
    private static uint? RunningTasks(string? text)
    {
        string[] fields = (text ?? "").Split(' ');
        if (fields.Length < 4)
            return null;
        int digits = 0;
        while (digits < fields[3].Length && char.IsAsciiDigit(fields[3][digits]))
            digits++;
        return uint.TryParse(fields[3].AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out uint running) ? running : null;
    }

    private string? ReadProcesses()
    {
        const int Size = 64;
        if (_descriptor < 0)
            _descriptor = Open("/proc/loadavg", ReadOnly | CloseOnExec, 0);
        byte* buffer = stackalloc byte[Size];
        if (_descriptor < 0 || Seek(_descriptor, 0, 0) < 0 || Read(_descriptor, buffer, Size) is not (> 0 and var count))
            return null;
        return ByteText.FromBytes(new ReadOnlySpan<byte>(buffer, (int)count));
    }
}
