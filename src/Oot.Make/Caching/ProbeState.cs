namespace Oot.Make.Caching;

/// <summary>What a probe depends on, in the state in which it is now.</summary>
/// <param name="Inputs">What its text names.</param>
/// <param name="Used">All files of that, those that its programs consist of included.</param>
/// <param name="Key">All of it, and all answers, as one text.</param>
internal sealed record ProbeState(CommandInputs Inputs, HashSet<FileQuestion> Used, string Key);
