namespace Oot.Kernel.HostPrograms.Recordmcount;

/// <summary>Replaces a call by instructions that do nothing; false when there is no call at that place, and then nothing is changed.</summary>
/// <param name="code">The file.</param>
/// <param name="at">The place of the call's relocation.</param>
/// <param name="bigEndian">The file's byte order.</param>
internal delegate bool CallErasure(Span<byte> code, int at, bool bigEndian);
