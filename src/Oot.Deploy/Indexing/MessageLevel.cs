namespace Oot.Deploy.Indexing;

/// <summary>How grave a message of depmod is; the numbers are syslog's.</summary>
public enum MessageLevel
{
    /// <summary>It cannot go on.</summary>
    Fatal = 2,

    /// <summary>Something is left out, or the run fails.</summary>
    Error = 3,

    /// <summary>Said unless nothing is to be said.</summary>
    Warning = 4,

    /// <summary>Said with one <c>-v</c>.</summary>
    Notice = 5,

    /// <summary>Said with two.</summary>
    Information = 6,
}
