namespace Oot.Deploy.Installing;

/// <summary>A file that gets another name in the same directory; what it is tells whether that has been done.</summary>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name afterwards, which nothing has before.</param>
/// <param name="Identity">Device, inode, size and time of modification, which a rename keeps.</param>
internal sealed record FileMove(string From, string To, string Identity);
