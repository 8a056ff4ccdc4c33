namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>An alias made from a device table.</summary>
/// <param name="BuiltinModule">In vmlinux: the module that the table belongs to.</param>
internal readonly record struct ModuleAlias(string Text, string? BuiltinModule);
