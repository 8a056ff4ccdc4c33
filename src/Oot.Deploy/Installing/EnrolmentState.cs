namespace Oot.Deploy.Installing;

/// <summary>Whether a system's kernel trusts a key.</summary>
public enum EnrolmentState
{
    /// <summary>Nothing here tells.</summary>
    Unknown,

    /// <summary>It is among the machine owner's keys, or in a keyring of the kernel.</summary>
    Enrolled,

    /// <summary>It has been handed over for the next boot, where somebody has to confirm it.</summary>
    Pending,

    /// <summary>The keys can be seen, and it is none of them.</summary>
    NotEnrolled,
}
