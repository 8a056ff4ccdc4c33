namespace Oot.Modprobe;

/// <summary>One step: <c>insmod</c> and a path, <c>install</c> and a command, <c>builtin</c> and a name.</summary>
internal sealed record LoadStepReport(string Action, string What, string Options);
