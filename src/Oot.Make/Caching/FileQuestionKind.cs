namespace Oot.Make.Caching;

/// <summary>How much of a file's state was looked at.</summary>
internal enum FileQuestionKind : byte
{
    /// <summary>Its identity, which stands for its content, times and mode; links are followed.</summary>
    Identity,

    /// <summary>Whether something of that name exists, a dangling link included.</summary>
    Existence,

    /// <summary>Whether the directory can be written to.</summary>
    Writable,

    /// <summary>The names in the directory.</summary>
    Listing,

    /// <summary>The canonical path.</summary>
    RealPath,

    /// <summary>Whether it is a directory, a regular file or something else; links are followed.</summary>
    Type,

    /// <summary>As <see cref="Identity"/>, of a link itself.</summary>
    LinkIdentity,

    /// <summary>Which directory it is: device and inode alone; links are followed.</summary>
    Place,

    /// <summary>What a name stands for, links not followed: type, permissions and content, its times and number aside.</summary>
    State,
}
