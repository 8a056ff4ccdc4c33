namespace Oot.Kernel.Loading;

/// <summary>One thing for which a kernel refuses a module.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Message">What the kernel's log says, without the time; empty where it says nothing. Several lines are separated by line feeds.</param>
/// <param name="Errno">What the system call returns because of it.</param>
/// <param name="Subject">What it is about: a symbol, a field; empty where that is the module.</param>
/// <param name="Detail">The same in words, with what was compared.</param>
/// <param name="Remedy">What to do.</param>
public sealed record LoadProblem(LoadRule Rule, string Message, int Errno, string Subject, string Detail, string Remedy);
