using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>A reference that breaks a rule. The relocation's addend is, from 6.5 on, the whole address that is referred to.</summary>
internal readonly record struct Reference(uint FromSection, Relocation Relocation, ElfSymbol Symbol, uint ToSection, SectionRule Rule);
