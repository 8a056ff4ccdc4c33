namespace Oot.Kernel.HostPrograms.Checks;

/// <summary>Scripts of kernel trees that are known by their content (<see cref="Oot.Make.Caching.TextHash"/>): with any other content they are strangers.</summary>
internal static class KernelScripts
{
    /// <summary><c>scripts/modules-check.sh LIST</c> says which names occur twice in a list of modules: linux 5.10.</summary>
    public const ulong EarlyModulesCheck = 0x3794e15d2746eb6e;

    /// <summary>As <see cref="EarlyModulesCheck"/>: 6.1, and 6.12 and later.</summary>
    public const ulong ModulesCheck = 0x3fd5c395cd2cfd50, LateModulesCheck = 0x47554319c7723b47;

    /// <summary><c>scripts/check-local-export OBJECT</c> says which exported symbols are local: 6.1.</summary>
    public const ulong CheckLocalExport = 0x939142d14b95294c;
}
