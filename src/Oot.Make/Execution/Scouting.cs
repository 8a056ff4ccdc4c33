using Oot.Make.Caching;

namespace Oot.Make.Execution;

/// <summary>
/// Probes of a make side by side. While the make waits for one, its scout takes that one for successful, reads on, and runs the next, which the make then finds answered. The scout is the same make once
/// more, in a thread of this process, and nobody sees anything of it (<see cref="MakeProcess.BeSeen"/>): it ends at the first thing that is more than a question. Where it has guessed wrong, it begins anew
/// with what is known by then. So it is never an answer, only a head start (docs/design/caches.md).
/// </summary>
/// <param name="run">Runs the make once more; what it gives means nothing.</param>
/// <param name="explain">Hears what came of it.</param>
internal sealed class Scouting(Func<int> run, Action<string> explain)
{
    /// <summary>More wrong guesses than any compiler gives reason for.</summary>
    private const int MostBeginnings = 64;

    private const int Grace = 1000;

    private readonly object _gate = new();
    private readonly List<ProbeAnswer> _answers = [];
    private MakeProcess? _scout;
    private string? _makes, _scouts;
    private ShellResult? _guess;
    private int _begun, _ranAhead;
    private bool _isSent, _isWrong, _isOver;

    /// <summary>Hands an answer over to the other one, and to a scout that begins anew.</summary>
    public void Share(ProbeAnswer answer)
    {
        lock (_gate)
            _answers.Add(answer);
    }

    /// <summary>The next of the answers of both; null: there is no other by now.</summary>
    /// <param name="index">How many are known.</param>
    public ProbeAnswer? Shared(ref int index)
    {
        lock (_gate)
            return index < _answers.Count ? _answers[index++] : null;
    }

    /// <summary>Waits for a probe that the scout runs; whether there was one.</summary>
    public bool Await(string key)
    {
        lock (_gate)
        {
            bool runs = _scouts == key && MakeProcess.Current.Scouting != this;
            while (runs && _scouts == key)
                Monitor.Wait(_gate);
            return runs;
        }
    }

    /// <summary>Answers a probe that is not remembered.</summary>
    /// <param name="key">The probe's text.</param>
    /// <param name="guess">What it answers if all of its programs succeed; null: that cannot be told.</param>
    /// <param name="find">What is remembered by now.</param>
    /// <param name="ask">Runs it.</param>
    public ShellResult Answer(string key, Func<ShellResult?> guess, Func<ShellResult?> find, Func<ShellResult> ask) =>
        MakeProcess.Current.Scouting == this ? Ahead(key, guess, find, ask) : Asked(key, guess, find, ask);

    private ShellResult Asked(string key, Func<ShellResult?> guess, Func<ShellResult?> find, Func<ShellResult> ask)
    {
        // Most makes ask nothing that is not remembered.
        if (!_isSent && !_isOver && guess() is not null)
            (_isSent, _scout) = (true, MakeProcess.Send(this, Scout));
        bool isAnswered = Await(key);
        lock (_gate)
        {
            (_makes, _guess) = (key, null);
            Monitor.PulseAll(_gate);
        }
        ShellResult? result = null;
        try
        {
            result = isAnswered ? find() : null;
            return result ??= ask();
        }
        finally
        {
            lock (_gate)
            {
                _isWrong |= _guess is { } guessed && guessed != result;
                (_makes, _guess) = (null, null);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private ShellResult Ahead(string key, Func<ShellResult?> guess, Func<ShellResult?> find, Func<ShellResult> ask)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_isOver || _isWrong)
                    throw new RehearsalFailedException();
                if (_makes == key && (_guess ??= guess()) is { } guessed)
                    return guessed;
                if (_makes != key && _guess is not null)
                {
                    _scouts = key;
                    _ranAhead++;
                    break;
                }
                // It is not ahead: the make comes to this one as well.
                Monitor.Wait(_gate);
            }
            if (find() is { } found)
                return found;
        }
        try
        {
            return ask();
        }
        finally
        {
            lock (_gate)
            {
                _scouts = null;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private int Scout()
    {
        while (Begins())
        {
            try
            {
                _ = run();
            }
            catch (Exception)
            {
                // Whatever came of a guess: the make itself will see.
            }
        }
        return 0;
    }

    /// <summary>Waits until a guess was wrong, the first time for nothing; false when there is nothing more to do.</summary>
    private bool Begins()
    {
        lock (_gate)
        {
            while (_begun > 0 && !_isWrong && !_isOver)
                Monitor.Wait(_gate);
            _isWrong = false;
            return !_isOver && _begun++ < MostBeginnings;
        }
    }

    /// <summary>The make has read everything.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>The make is over: what its scout runs still has to take its temporary files away.</summary>
    public void Leave()
    {
        End();
        if (_scout is null)
            return;
        _scout.AwaitEnd(Grace);
        explain($"shell functions run ahead: {_ranAhead}, begun anew: {_begun - 1}");
    }
}
