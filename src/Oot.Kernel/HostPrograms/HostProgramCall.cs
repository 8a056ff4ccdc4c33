using Oot.Core;

namespace Oot.Kernel.HostPrograms;

/// <summary>A call of a program: what a process would be started with.</summary>
/// <param name="Program">The program's path as the command line has it, such as <c>scripts/mod/modpost</c>; what stands before the path in the tree is the tree.</param>
/// <param name="Arguments">The words after the program's name, as byte text.</param>
/// <param name="Environment"><c>NAME=VALUE</c> strings, as byte text.</param>
/// <param name="Disk">The file system; relative names count from the working directory.</param>
/// <param name="Memory">What others of the same build have left for it; null where it is alone.</param>
public sealed record HostProgramCall(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Environment,
    Stream Input,
    Stream Output,
    Stream Error,
    IDisk Disk,
    HostProgramMemory? Memory = null);
