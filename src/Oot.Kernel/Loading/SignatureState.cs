namespace Oot.Kernel.Loading;

/// <summary>What the kernel will find when it checks a module's signature.</summary>
public enum SignatureState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It is good.</summary>
    Good,

    /// <summary>It is that of another content: the module was changed after it had been signed.</summary>
    Wrong,

    /// <summary>What stands behind it has numbers where there must be none.</summary>
    HeaderWrong,

    /// <summary>It is not as PKCS#7 wants it.</summary>
    Malformed,

    /// <summary>The kernel cannot check signatures of its kind.</summary>
    Unsupported,

    /// <summary>The kernel does not have the key.</summary>
    KeyMissing,

    /// <summary>It was not verified; the kernel may have the key.</summary>
    NotVerified,
}
