namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Where modpost ends in the middle of its work (<c>exit(1)</c> in the C program); what it had to say is said.</summary>
internal sealed class ModpostStopException : Exception;
