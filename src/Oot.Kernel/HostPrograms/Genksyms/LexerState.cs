namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>What <see cref="TokenReader"/> is in the middle of. It outlives a call: what follows <c>=</c> or <c>:</c> is read by the next one.</summary>
internal enum LexerState : byte
{
    Normal,
    Expression,

    /// <summary>Only inside a call, and left behind where the input ends in the middle of a phrase.</summary>
    Phrase,
}
