using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>What one directory's makefile says, whatever leads to the directory.</summary>
/// <param name="Path">Relative to the tree; empty for its top.</param>
/// <param name="Entries">The objects.</param>
/// <param name="Subdirectories">The directories.</param>
/// <param name="Namespaces">The namespaces that exports have unless they say otherwise (<c>-DDEFAULT_SYMBOL_NAMESPACE=</c>), for this directory.</param>
/// <param name="InheritedNamespaces">The same for this directory and those below it.</param>
internal sealed record KbuildDirectory(
    string Path, IReadOnlyList<KbuildEntry> Entries, IReadOnlyList<KbuildSubdirectory> Subdirectories, IReadOnlyList<GuardedWord> Namespaces, IReadOnlyList<GuardedWord> InheritedNamespaces);
