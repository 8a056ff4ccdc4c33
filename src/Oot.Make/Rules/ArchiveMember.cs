namespace Oot.Make.Rules;

/// <summary>One member of an archive.</summary>
/// <param name="Name">As make sees it: the symbol table's is empty, the name table's <c>/</c>.</param>
/// <param name="MayBeTruncated">The name came from the header's 16 characters.</param>
/// <param name="HeaderOffset">Bytes from the start of the archive.</param>
/// <param name="Size">Bytes of data.</param>
/// <param name="Date">Seconds since 1970.</param>
internal readonly record struct ArchiveMember(string Name, bool MayBeTruncated, long HeaderOffset, long Size, long Date)
{
    /// <summary>Whether a makefile means this member by <paramref name="name"/>, whose directory does not count.</summary>
    public bool IsCalled(string name)
    {
        const int Kept = 15;
        name = name[(name.LastIndexOf('/') + 1)..];
        return MayBeTruncated ? Cut(name) == Cut(Name) : name == Name;

        static string Cut(string text) => text.Length > Kept ? text[..Kept] : text;
    }
}
