namespace Oot.Make.Caching;

/// <summary>What the disk answered to a <see cref="FileQuestion"/>. Two answers are equal when nothing that was asked has changed.</summary>
/// <param name="Place">Device, inode, size and mode, mixed; for other questions the answer itself. 0: there is no such file.</param>
/// <param name="ModifiedNs">Nanoseconds since 1970, 0 where times were not asked.</param>
/// <param name="ChangedNs">As <paramref name="ModifiedNs"/>; this one nobody can set.</param>
internal readonly record struct FileAnswer(ulong Place, long ModifiedNs, long ChangedNs);
