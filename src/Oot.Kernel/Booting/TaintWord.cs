namespace Oot.Kernel.Booting;

/// <summary>The kernel's taint (<c>/proc/sys/kernel/tainted</c>) as the letters of its crash messages (Documentation/admin-guide/tainted-kernels.rst).</summary>
public static class TaintWord
{
    // By bit; the first one is P where it is set, and G, which is left out, where it is not.
    private const string Letters = "PFSRMBUDAWCIOELKXTNJ";

    /// <summary>The letters of the bits that are set; an unknown bit is <c>?</c>.</summary>
    public static string Of(ulong taint)
    {
        string word = "";
        for (int bit = 0; bit < 64; bit++)
        {
            if ((taint >> bit & 1) != 0)
                word += bit < Letters.Length ? Letters[bit] : '?';
        }
        return word;
    }
}
