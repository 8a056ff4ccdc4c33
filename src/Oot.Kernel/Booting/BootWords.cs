using Oot.Kernel.Loading;

namespace Oot.Kernel.Booting;

/// <summary>What of the circumstances of loading is said to a kernel on its command line (Documentation/admin-guide/kernel-parameters.txt).</summary>
public static class BootWords
{
    /// <summary>The words, separated by blanks; empty for none.</summary>
    public static string Of(LoadConditions conditions)
    {
        var words = new List<string>();
        if (conditions.EnforcesSignatures)
            words.Add("module.sig_enforce=1");
        if (conditions.IsLockedDown)
            words.Add("lockdown=integrity");
        if (conditions.Blacklist.Count > 0)
            words.Add("module_blacklist=" + string.Join(',', conditions.Blacklist));
        return string.Join(' ', words);
    }
}
