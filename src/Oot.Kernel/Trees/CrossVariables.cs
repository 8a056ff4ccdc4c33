using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>What kbuild must be told to build for another architecture than this machine's: <c>ARCH</c>, and which compiler. What the user says of either stays.</summary>
public static class CrossVariables
{
    /// <summary>The words for make's command line; none for a kernel of this machine's architecture.</summary>
    /// <param name="tree">The kernel.</param>
    /// <param name="variables">The user's own words.</param>
    /// <param name="environment">The user's environment.</param>
    public static IReadOnlyList<string> Words(KernelTree tree, IReadOnlyList<string> variables, IReadOnlyList<string> environment)
    {
        if (!IsForeign(tree.Architecture))
            return [];
        bool says(string name) => variables.Any(word => word.StartsWith(name + "=", StringComparison.Ordinal)) || ProcessEnvironment.Value(environment, name) is not null;
        var words = new List<string>();
        if (!says("ARCH"))
            words.Add("ARCH=" + tree.Architecture!.Kernel);
        if (!says("CROSS_COMPILE") && !says("LLVM"))
            words.Add($"CROSS_COMPILE={tree.Architecture!.Triplet}-");
        return words;
    }

    /// <summary>An environment in which a kernel of another architecture has the usual cross compiler, unless one is set.</summary>
    internal static IReadOnlyList<string> In(IReadOnlyList<string> environment, KernelArchitecture? architecture) =>
        IsForeign(architecture) && string.IsNullOrEmpty(ProcessEnvironment.Value(environment, "CROSS_COMPILE")) && ProcessEnvironment.Value(environment, "LLVM") is null
            ? ProcessEnvironment.With(environment, "CROSS_COMPILE", architecture!.Triplet + "-")
            : environment;

    // A compiler for x86-64 also compiles for 32-bit x86.
    private static bool IsForeign(KernelArchitecture? architecture) => architecture is not null && architecture.Kernel != HostMachine.Architecture.Kernel;
}
