namespace Oot.Core;

/// <summary>The names of error numbers, as programmers know them.</summary>
public static class ErrnoNames
{
    /// <summary><c>ENOEXEC</c>; the number itself where it is none of those that loading a module ends with.</summary>
    public static string Of(int errno) => errno switch
    {
        1 => "EPERM",
        2 => "ENOENT",
        8 => "ENOEXEC",
        12 => "ENOMEM",
        16 => "EBUSY",
        17 => "EEXIST",
        19 => "ENODEV",
        22 => "EINVAL",
        28 => "ENOSPC",
        34 => "ERANGE",
        65 => "ENOPKG",
        74 => "EBADMSG",
        95 => "EOPNOTSUPP",
        126 => "ENOKEY",
        129 => "EKEYREJECTED",
        _ => errno.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
