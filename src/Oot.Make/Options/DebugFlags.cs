namespace Oot.Make.Options;

/// <summary>What <c>-d</c>, <c>--debug</c> and <c>--trace</c> print.</summary>
[Flags]
internal enum DebugFlags
{
    None = 0,
    Basic = 0x001,
    Verbose = 0x002,
    Jobs = 0x004,
    Implicit = 0x008,
    Print = 0x010,
    Why = 0x020,
    Makefiles = 0x100,
    All = 0xfff,
}
