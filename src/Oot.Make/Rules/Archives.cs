using Oot.Core;

namespace Oot.Make.Rules;

/// <summary>Members of archives as make asks for them. What no archive may have stops make.</summary>
internal sealed class Archives(IDisk disk, Messages messages)
{
    /// <summary>Whether a name means a member of an archive, and which.</summary>
    public bool TryParse(string name, out ArchiveName result)
    {
        if (!ArchiveName.TryParse(name, out result))
            return false;
        return result.IsUnsupported ? throw messages.Fatal($"attempt to use unsupported feature: '{name}'") : true;
    }

    /// <summary>Whether a name means a member of an archive.</summary>
    public bool Has(string name) => TryParse(name, out _);

    /// <summary>A member's date in seconds since 1970; -1 where there is none.</summary>
    public long DateOf(ArchiveName name)
    {
        ArchiveFile archive = ArchiveFile.Read(disk, name.Archive);
        long date = archive.DateOf(name.Member);
        // Damage behind the member is never seen.
        return date == -1 && archive.FatalMessage is { } text ? throw messages.Fatal(text) : date;
    }

    /// <summary>The members that a pattern means, sorted; empty for none and for a plain name.</summary>
    public IReadOnlyList<ArchiveName> Match(ArchiveName name)
    {
        if (!ArchiveFile.IsPattern(name.Member))
            return [];
        ArchiveFile archive = ArchiveFile.Read(disk, name.Archive);
        return archive.FatalMessage is { } text ? throw messages.Fatal(text) : archive.Match(name.Member);
    }
}
