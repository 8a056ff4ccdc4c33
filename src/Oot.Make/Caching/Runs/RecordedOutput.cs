namespace Oot.Make.Caching.Runs;

/// <summary>Something that was printed.</summary>
/// <param name="Descriptor">1 or 2.</param>
/// <param name="Text">The bytes.</param>
internal readonly record struct RecordedOutput(int Descriptor, string Text);
