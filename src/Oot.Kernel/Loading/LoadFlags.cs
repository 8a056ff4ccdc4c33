namespace Oot.Kernel.Loading;

/// <summary>How modules are handed to the kernel (include/uapi/linux/module.h).</summary>
[Flags]
public enum LoadFlags
{
    /// <summary>finit_module without flags.</summary>
    None = 0,

    /// <summary>CRCs are not compared (MODULE_INIT_IGNORE_MODVERSIONS).</summary>
    IgnoreVersions = 1,

    /// <summary>The vermagic is not compared (MODULE_INIT_IGNORE_VERMAGIC).</summary>
    IgnoreVermagic = 2,

    /// <summary>The kernel decompresses the file (MODULE_INIT_COMPRESSED_FILE).</summary>
    Compressed = 4,

    /// <summary>init_module: the kernel gets the bytes in memory, not the file.</summary>
    Memory = 8,
}
