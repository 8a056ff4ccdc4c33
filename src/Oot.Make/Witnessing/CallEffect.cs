namespace Oot.Make.Witnessing;

/// <summary>What a system call can do, as far as files are concerned.</summary>
internal enum CallEffect : byte
{
    /// <summary>Something that no witness understands: the network, other processes, mounts.</summary>
    Unknown,

    /// <summary>Nothing that a path is needed for.</summary>
    Nothing,

    /// <summary>Asks on how many processors it may run.</summary>
    Processors,

    /// <summary>Reads from a descriptor, which may be what the command was given as its input.</summary>
    Read,

    /// <summary>Opens a file, as its flags say.</summary>
    Open,

    /// <summary>As <see cref="Open"/>, the flags in memory (<c>openat2</c>).</summary>
    OpenHow,

    /// <summary>Makes or empties a file.</summary>
    Create,

    /// <summary>Asks about a file; flags may say that links are not followed.</summary>
    Look,

    /// <summary>Asks about a link itself.</summary>
    LookAtLink,

    /// <summary>Lists an open directory.</summary>
    List,

    /// <summary>Goes to another directory.</summary>
    Enter,

    /// <summary>Becomes another program.</summary>
    Execute,

    /// <summary>Changes what a path leads to.</summary>
    Change,

    /// <summary>Changes a name itself, links not followed.</summary>
    ChangeLink,

    /// <summary>Changes two names.</summary>
    ChangeBoth,

    /// <summary>Changes the second name of two.</summary>
    ChangeSecond,

    /// <summary>Changes an open file.</summary>
    ChangeOpen,

    /// <summary>Sets a file's times.</summary>
    SetTimes,

    /// <summary>Asks for the kernel's name.</summary>
    KernelName,

    /// <summary>Makes a socket; only those of this machine are understood.</summary>
    Socket,

    /// <summary>Asks a service, which is understood only when there is none (the C library's name service cache).</summary>
    Connect,
}
