namespace Oot.Deploy.Indexing;

/// <summary>One index file.</summary>
/// <param name="Name">Its name in the kernel's directory.</param>
/// <param name="Content">What is in it.</param>
/// <param name="IsText">It is text, which <c>-n</c> prints.</param>
internal sealed record IndexContent(string Name, ReadOnlyMemory<byte> Content, bool IsText);
