using Oot.Core;

namespace Oot.Kernel.HostPrograms;

/// <summary>A call of a program: what a process would be started with.</summary>
/// <param name="Arguments">The words after the program's name, as byte text.</param>
/// <param name="Environment"><c>NAME=VALUE</c> strings, as byte text.</param>
/// <param name="Disk">The file system; relative names count from the working directory.</param>
public sealed record HostProgramCall(
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Environment,
    Stream Input,
    Stream Output,
    Stream Error,
    IDisk Disk);
