namespace Oot.Kernel.Loading;

/// <summary>A namespace that is a list of the modules which may use its symbols: <c>module:kvm-intel,kvm_amd*</c> (kernel 6.16, verify_module_namespace).</summary>
internal static class ModuleNamespace
{
    internal const string Prefix = "module:";

    /// <summary>Whether a module is one of them; <c>-</c> and <c>_</c> are the same, and <c>*</c> counts at a name's end only.</summary>
    internal static bool Admits(string space, string module)
    {
        string name = module.Replace('-', '_');
        foreach (string pattern in space[Prefix.Length..].Replace('-', '_').Split(','))
        {
            if (pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern)
                return true;
        }
        return false;
    }
}
