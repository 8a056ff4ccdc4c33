using System.Buffers;

namespace Oot.Kernel.HostPrograms.Genksyms;

/// <summary>The bytes that matter while a function's body is skipped.</summary>
internal static class BraceStops
{
    internal static readonly SearchValues<byte> Values = SearchValues.Create("{}\"'\n\0"u8);
}
