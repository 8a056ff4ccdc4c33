namespace Oot.Kernel.Loading;

/// <summary>Licences with which a module gets GPL-only symbols and does not taint (include/linux/license.h).</summary>
public static class GplLicenses
{
    private static readonly string[] Names = ["GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL"];

    /// <summary>Whether a licence is one of them; a module without licence has none.</summary>
    public static bool Has(string? license) => license is not null && Array.IndexOf(Names, license) >= 0;

    /// <summary>All of them, for a message.</summary>
    public static string List => string.Join(", ", Names);
}
