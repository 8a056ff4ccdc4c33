using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>A directory that another one's makefile lists.</summary>
/// <param name="Path">Relative to the tree.</param>
/// <param name="BuiltIn">When what is built in there goes into the kernel (<c>obj-y += dir/</c>).</param>
/// <param name="Module">When only the modules there are built (<c>obj-m += dir/</c>).</param>
internal readonly record struct KbuildSubdirectory(string Path, Condition BuiltIn, Condition Module);
