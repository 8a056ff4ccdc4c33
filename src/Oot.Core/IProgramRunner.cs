namespace Oot.Core;

/// <summary>The seam to other programs. Programs are started by their words; no shell is involved.</summary>
public interface IProgramRunner
{
    /// <summary>Runs a program to its end and keeps what it wrote.</summary>
    ProgramResult Run(ProgramRequest request);

    /// <summary>Runs a program and hands on what it writes while it runs.</summary>
    /// <param name="output">Called with each piece of output (and which stream it came from), in the order of reading.</param>
    /// <returns>The exit status; 128 + n after signal n; 127 when the program could not be started.</returns>
    int Stream(ProgramRequest request, Action<ReadOnlyMemory<byte>, bool> output);
}
