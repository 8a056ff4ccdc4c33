namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>A symbol that a module needs.</summary>
internal sealed class UnresolvedSymbol(ByteName name, bool isWeak)
{
    public ByteName Name { get; } = name;

    /// <summary>It may be missing.</summary>
    public bool IsWeak { get; } = isWeak;

    /// <summary>Who exports it; null as long as nobody is known.</summary>
    public ModuleRecord? Owner { get; set; }

    public uint Crc { get; set; }

    public bool HasCrc { get; set; }
}
