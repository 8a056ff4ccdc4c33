namespace Oot.Make.Rules;

/// <summary>A member of an archive.</summary>
/// <param name="Date">Seconds since 1970.</param>
/// <param name="HeaderOffset">Where its header starts, in bytes.</param>
/// <param name="IsTruncated">The archive had room for only the beginning of the name.</param>
internal readonly record struct ArchiveMember(string Name, long Date, int HeaderOffset, bool IsTruncated)
{
    /// <summary>Whether a name from a makefile means this member: directories do not count, a truncated name matches its beginning.</summary>
    public bool IsNamed(string name)
    {
        ReadOnlySpan<char> last = name.AsSpan(name.LastIndexOf('/') + 1);
        return IsTruncated ? last.StartsWith(Name) : last.SequenceEqual(Name);
    }
}
