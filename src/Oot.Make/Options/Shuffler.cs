using System.Globalization;

namespace Oot.Make.Options;

/// <summary>The order of goals and prerequisites under <c>--shuffle</c>; a seed gives the order make 4.4.1 gives it.</summary>
internal sealed class Shuffler
{
    private enum Mode
    {
        Random,
        Reverse,
        Identity,
    }

    private readonly Mode _mode;
    private readonly uint _seed;
    private uint _state;

    private Shuffler(Mode mode)
    {
        _mode = mode;
        EffectiveMode = mode == Mode.Reverse ? "reverse" : "identity";
    }

    private Shuffler(uint? seed)
    {
        _mode = Mode.Random;
        _seed = seed ?? Draw();
        EffectiveMode = _seed.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What <c>MAKEFLAGS</c> passes on: <c>reverse</c>, <c>identity</c>, or the seed in decimal.</summary>
    public string? EffectiveMode { get; }

    /// <param name="mode">The argument of <c>--shuffle</c>, in any case.</param>
    /// <param name="error">The text of the fatal error; null when the mode is known.</param>
    /// <returns>Null for <c>none</c> and on error.</returns>
    public static Shuffler? Create(string mode, out string? error)
    {
        error = null;
        if (Is(mode, "reverse"))
            return new Shuffler(Mode.Reverse);
        if (Is(mode, "identity"))
            return new Shuffler(Mode.Identity);
        if (Is(mode, "none"))
            return null;
        if (Is(mode, "random"))
            return new Shuffler(seed: null);
        if (NumberText.TryUnsigned(mode, out uint seed, out string? reason))
            return new Shuffler(seed);
        error = $"invalid shuffle mode: {reason}: '{mode}'";
        return null;
    }

    /// <summary>Back to the seed; done once before each graph is shuffled.</summary>
    public void Reseed()
    {
        if (_mode == Mode.Random)
            _state = _seed;
    }

    public void Shuffle<T>(Span<T> items)
    {
        if (_mode == Mode.Reverse)
            items.Reverse();
        if (_mode != Mode.Random)
            return;
        for (int i = 0; i < items.Length; i++)
        {
            int other = (int)(Draw() % (uint)items.Length);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>Xorshift with 13, 17 and 5. The state 0, hence the seed 0, means "seed from the clock".</summary>
    private uint Draw()
    {
        if (_state == 0)
            _state = unchecked((uint)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() ^ Environment.ProcessId) + 1);
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }

    private static bool Is(string mode, string name) => mode.Equals(name, StringComparison.OrdinalIgnoreCase);
}
