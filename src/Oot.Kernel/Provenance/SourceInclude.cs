using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>That a source includes another one, or a header that exports.</summary>
/// <param name="File">What it includes, relative to the tree.</param>
/// <param name="When">What the preprocessor asks before that.</param>
internal readonly record struct SourceInclude(string File, Condition When);
