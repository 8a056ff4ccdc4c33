namespace Oot.Make;

/// <summary>A program that runs in a thread instead of a process of its own; gives its exit code, 0 to 255.</summary>
/// <param name="words">Its words, as byte text.</param>
/// <param name="environment"><c>NAME=VALUE</c> strings, as byte text.</param>
/// <param name="input">The descriptor that stands for its standard input.</param>
/// <param name="output">As <paramref name="input"/>, for output.</param>
/// <param name="error">As <paramref name="input"/>, for errors.</param>
public delegate int ProgramHere(IReadOnlyList<string> words, IReadOnlyList<string> environment, int input, int output, int error);
