namespace Oot.Make.Caching;

/// <summary>What a probe depends on, in the state in which it is now.</summary>
/// <param name="Inputs">What its text names.</param>
/// <param name="Used">All files of that, those that its programs consist of included.</param>
/// <param name="Now">The state of all of that as one text.</param>
/// <param name="Key">The probe itself, and <paramref name="Now"/>.</param>
internal sealed record ProbeState(CommandInputs Inputs, HashSet<FileQuestion> Used, string Now, string Key);
