using Oot.Kernel.Trees;

namespace Oot;

/// <summary>A kernel's compiler as <c>--json</c> shows it.</summary>
internal sealed record CompilerReport(string Command, string? Path, string? Version, string? BuiltWith, bool? Matches)
{
    internal static CompilerReport Of(CompilerChoice choice) => new(choice.Command, choice.Path, choice.Version, choice.BuiltWith, choice.IsTheKernels);
}
