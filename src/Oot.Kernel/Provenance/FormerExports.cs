namespace Oot.Kernel.Provenance;

/// <summary>
/// Symbols that old drivers ask for and that ceased to be exported before the oldest map that oot has (5.10): kernel 5.7 took <c>kallsyms_lookup_name</c> away from modules because it handed
/// out everything else, and 5.0 the x86 FPU functions that skip the checks of <c>kernel_fpu_begin</c>.
/// </summary>
internal static class FormerExports
{
    /// <summary>The last version that exported a symbol; null where nothing is known.</summary>
    internal static string? LastVersionOf(string symbol) => symbol switch
    {
        "kallsyms_lookup_name" or "kallsyms_on_each_symbol" => "5.6",
        "__kernel_fpu_begin" or "__kernel_fpu_end" => "4.20",
        _ => null,
    };
}
