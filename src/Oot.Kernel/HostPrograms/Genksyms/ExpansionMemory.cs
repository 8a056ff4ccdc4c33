namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>
/// Remembers expansions of the types that exports name first: most exports of a file lead to the same few large types, whose
/// expansions are then equal. Declared symbols never change, so what was equal stays equal.
/// </summary>
internal sealed class ExpansionMemory
{
    /// <summary>Deeper expansions are not worth the bookkeeping.</summary>
    internal const int Deepest = 3;

    private const int FewestMet = 12;
    private const int MostBefore = 512;
    private const int MostRemembered = 1 << 22;

    private RememberedExpansion?[] _bySymbol = new RememberedExpansion?[1024];
    private int _size;

    internal RememberedExpansion? Of(int symbol) => symbol < _bySymbol.Length ? _bySymbol[symbol] : null;

    internal void Add(in Recording recording, ReadOnlySpan<int> met, uint crc, long length)
    {
        if (met.Length < FewestMet || recording.Before.Count > MostBefore || _size > MostRemembered)
            return;
        _size += met.Length + recording.Before.Count;
        if (recording.Symbol >= _bySymbol.Length)
            Array.Resize(ref _bySymbol, Math.Max(2 * _bySymbol.Length, recording.Symbol + 1));
        ref RememberedExpansion? last = ref _bySymbol[recording.Symbol];
        uint shift = CrcShift.Of(length);
        last = new RememberedExpansion([.. recording.Before], met.ToArray(), crc ^ CrcShift.Multiply(recording.Crc, shift), shift, length, last);
    }
}
