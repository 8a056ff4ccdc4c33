using System.Runtime.CompilerServices;
using System.Text;
using Oot.Make.Options;

namespace Oot.Make.Observing;

/// <summary>A line of <c>--debug</c>: put together only where that kind is printed, since there is one for every prerequisite of every target.</summary>
[InterpolatedStringHandler]
internal readonly ref struct DebugText
{
    private readonly StringBuilder? _text;

    /// <summary>The text of an interpolated string.</summary>
    /// <param name="literalLength">How much of it is fixed.</param>
    /// <param name="formattedCount">How many values are in it.</param>
    /// <param name="state">Knows what is printed.</param>
    /// <param name="kinds">The kinds that the line belongs to.</param>
    /// <param name="isPrinted">Whether the values are wanted at all.</param>
    public DebugText(int literalLength, int formattedCount, MakeState state, DebugFlags kinds, out bool isPrinted)
    {
        isPrinted = state.Debugs(kinds);
        _text = isPrinted ? new StringBuilder(literalLength + (16 * formattedCount)) : null;
    }

    /// <summary>Whether there is a text.</summary>
    public bool IsPrinted => _text is not null;

    /// <summary>Appends a fixed part.</summary>
    public void AppendLiteral(string text) => _text!.Append(text);

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T value) => _text!.Append(value);

    /// <inheritdoc/>
    public override string ToString() => _text?.ToString() ?? "";
}
