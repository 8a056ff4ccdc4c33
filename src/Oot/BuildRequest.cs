namespace Oot;

/// <summary>What the user asks <c>oot build</c> or <c>oot clean</c> for. <paramref name="Jobs"/> 0 means one a processor.</summary>
internal sealed record BuildRequest(
    string Directory, IReadOnlyList<string> Kernels, int Jobs, bool Offline, bool WritesCompileCommands, bool Json, IReadOnlyList<string> Variables, IReadOnlyList<string> Targets)
{
    /// <summary>Where it is written what happens when; null: nowhere.</summary>
    internal string? TraceFile { get; init; }

    /// <summary>Whether it is said why each file is made.</summary>
    internal bool Explains { get; init; }
}
