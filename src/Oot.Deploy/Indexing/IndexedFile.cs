using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>A module's file.</summary>
/// <param name="Name">The module's name: the file's up to the first dot, with <c>_</c> for <c>-</c>.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Relative">The path below the kernel's directory; null for one elsewhere.</param>
/// <param name="Status">What the disk said of it.</param>
internal sealed record IndexedFile(string Name, string Path, string? Relative, FileStatus Status)
{
    /// <summary>How the indexes name it.</summary>
    internal string Listed => Relative ?? Path;

    /// <summary>How <c>modules.order</c> names it, which is from before it was compressed: the file's name as far as the module's goes, and three characters more.</summary>
    internal string? Ordered
    {
        get
        {
            if (Relative is null)
                return null;
            int end = Relative.LastIndexOf('/') + 1 + Name.Length + ".ko".Length;
            return end < Relative.Length ? Relative[..end] : Relative;
        }
    }
}
