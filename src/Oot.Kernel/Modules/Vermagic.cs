namespace Oot.Kernel.Modules;

/// <summary>
/// The string that a module and its kernel must agree on: <c>RELEASE [SMP ][preempt |preempt_rt ][mod_unload ][modversions ]ARCH[RANDSTRUCT_hash]</c>, the blank before
/// an empty last part included (kernel 6.1, include/linux/vermagic.h).
/// </summary>
/// <param name="Text">The string as it is.</param>
/// <param name="Release">The kernel release.</param>
/// <param name="Smp">Built for several processors.</param>
/// <param name="Preemption"><c>preempt</c>, <c>preempt_rt</c>, or empty.</param>
/// <param name="Unload">Modules can be unloaded.</param>
/// <param name="ModuleVersions">Symbols carry CRCs.</param>
/// <param name="Architecture">What the architecture adds, and the structure layout's hash; often empty.</param>
public sealed record Vermagic(string Text, string Release, bool Smp, string Preemption, bool Unload, bool ModuleVersions, string Architecture)
{
    /// <summary>Splits a vermagic; words that are none of the fixed ones are the architecture's.</summary>
    public static Vermagic Parse(string text)
    {
        string[] words = text.Split(' ');
        var rest = new List<string>();
        bool smp = false, unload = false, versions = false;
        string preemption = "";
        foreach (string word in words.Skip(1))
        {
            switch (word)
            {
                case "SMP": smp = true; break;
                case "preempt" or "preempt_rt": preemption = word; break;
                case "mod_unload": unload = true; break;
                case "modversions": versions = true; break;
                default: rest.Add(word); break;
            }
        }
        return new Vermagic(text, words[0], smp, preemption, unload, versions, string.Join(' ', rest).Trim());
    }

    /// <summary>Each field in which a module's vermagic differs from the kernel's, in the order of the string.</summary>
    public static IReadOnlyList<VermagicDifference> Compare(Vermagic kernel, Vermagic module)
    {
        var differences = new List<VermagicDifference>();
        Field("release", kernel.Release, module.Release);
        Field("SMP", Word(kernel.Smp), Word(module.Smp));
        Field("preemption", kernel.Preemption, module.Preemption);
        Field("mod_unload", Word(kernel.Unload), Word(module.Unload));
        Field("modversions", Word(kernel.ModuleVersions), Word(module.ModuleVersions));
        Field("architecture", kernel.Architecture, module.Architecture);
        return differences;

        void Field(string name, string expected, string found)
        {
            if (expected != found)
                differences.Add(new VermagicDifference(name, expected, found));
        }

        static string Word(bool value) => value ? "yes" : "no";
    }
}
