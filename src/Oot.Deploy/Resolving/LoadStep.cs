namespace Oot.Deploy.Resolving;

/// <summary>One thing that modprobe does.</summary>
/// <param name="Text">The file's path, the command, or the module's name.</param>
/// <param name="Options">The module's options; empty where it has none.</param>
public sealed record LoadStep(LoadStepKind Kind, string Text, string Options);
