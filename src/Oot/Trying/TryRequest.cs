using Oot.Kernel.Loading;

namespace Oot.Trying;

/// <summary>What a call of <c>oot try</c> asks for.</summary>
internal sealed record TryRequest(
    IReadOnlyList<string> Files, string Kernel, string? Image, IReadOnlyList<string> Parameters, LoadFlags Flags, string? Script, string CommandLine, IReadOnlyList<string> Arguments,
    string? Accelerator, int Seconds, bool Unloads, bool Json)
{
    /// <summary>The guest's busybox; null: the system's.</summary>
    internal string? Busybox { get; init; }

    /// <summary>The time limit in seconds where none is given.</summary>
    internal const int UsualSeconds = 120;

    /// <summary>The longest time limit in seconds: a day.</summary>
    internal const int LongestSeconds = 86_400;
}
