namespace Oot;

/// <summary>Standard output takes no more.</summary>
/// <param name="reason">The C library's words.</param>
internal sealed class OutputRefusedException(string reason) : IOException(reason);
