namespace Oot.Make.Caching;

/// <summary>What was asked about a file: the answer must stay the same for a remembered result to hold.</summary>
internal readonly record struct FileQuestion(string Path, FileQuestionKind Kind);
