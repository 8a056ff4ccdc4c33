namespace Oot;

/// <summary>What the user asks <c>oot build</c> or <c>oot clean</c> for. <paramref name="Jobs"/> 0 means one a processor.</summary>
internal sealed record BuildRequest(
    string Directory, IReadOnlyList<string> Kernels, int Jobs, bool Offline, bool WritesCompileCommands, bool Json, IReadOnlyList<string> Variables, IReadOnlyList<string> Targets);
