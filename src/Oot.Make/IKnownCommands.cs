using Oot.Make.Caching;

namespace Oot.Make;

/// <summary>
/// What make's caller knows of commands beyond POSIX and GNU: the seam through which the judgement of what is pure learns of programs that belong to one field, and of the program that make itself
/// is a part of.
/// </summary>
public interface IKnownCommands
{
    /// <summary>What a call of this very executable does.</summary>
    /// <param name="name">Under which name, without directory.</param>
    /// <param name="argument">Its first argument; null: none, or not known beforehand.</param>
    OwnCall OwnCallOf(string name, string? argument);

    /// <summary>Whether a program does nothing but speak when it is asked for its version (<c>--version</c>, <c>-v</c>, <c>-V</c>).</summary>
    /// <param name="name">Its name without directory.</param>
    bool TellsVersion(string name);

    /// <summary>A script that the judgement cannot follow by its text and that is known to do nothing but read and speak; null for any other.</summary>
    /// <param name="contentHash"><see cref="TextHash.Of"/> of its text.</param>
    ReaderScript? Reader(ulong contentHash);

    /// <summary>Whether a C file is no project's own, but compiled once more for each of many that are built with the same headers, to the same object: such an object is kept.</summary>
    /// <param name="source">Its name on the compiler's command line.</param>
    bool IsForAll(string source);
}
