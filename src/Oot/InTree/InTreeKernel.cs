using Oot.Kernel.InTree;
using Oot.Kernel.Trees;

namespace Oot.InTree;

/// <summary>A kernel and its sources, ready to build a piece of them.</summary>
/// <param name="Tree">The headers, or what was prepared in their place.</param>
/// <param name="Source">The sources.</param>
/// <param name="Place">The directory of the workspace.</param>
/// <param name="Configuration">The configuration's file.</param>
/// <param name="Words">What make is told besides.</param>
internal sealed record InTreeKernel(KernelTree Tree, KernelSource Source, string Place, string Configuration, IReadOnlyList<string> Words);
