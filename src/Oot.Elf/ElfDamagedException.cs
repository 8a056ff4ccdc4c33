namespace Oot.Elf;

/// <summary>A read outside an <see cref="ElfImage"/>: its headers point where there is no file. The message names the place.</summary>
public sealed class ElfDamagedException(string message) : Exception(message);
