using Oot.Kernel.Modules;

namespace Oot.Kernel.Booting;

/// <summary>Reads what modules wish for: <c>pre: a b post: c</c> (modprobe.d, <c>softdep</c>).</summary>
internal static class SoftDependencies
{
    /// <summary>The names of modules to load before and after.</summary>
    internal static (IReadOnlyList<string> Before, IReadOnlyList<string> After) Of(ModuleFacts module)
    {
        List<string> before = [], after = [];
        foreach (string text in module.SoftDependencies)
        {
            List<string>? list = null;
            foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word is "pre:" or "post:")
                    list = word == "pre:" ? before : after;
                else
                    list?.Add(word.Replace('-', '_'));
            }
        }
        return (before, after);
    }
}
