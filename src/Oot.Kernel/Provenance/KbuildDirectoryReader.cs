using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>
/// Reads a directory's Kbuild file with every option free (kernel 5.10 to 7.x, scripts/Makefile.build and scripts/Makefile.lib): <c>obj-y</c>, <c>obj-m</c>, <c>lib-y</c>, and what
/// <c>NAME-objs</c>, <c>NAME-y</c> and <c>NAME-m</c> make a module of.
/// </summary>
/// <param name="disk">Where the tree is.</param>
/// <param name="root">The tree, ending in <c>/</c>.</param>
/// <param name="free">The options and the architecture.</param>
internal sealed class KbuildDirectoryReader(IDisk disk, string root, FreeVariables free)
{
    private const string NamespaceFlag = "-DDEFAULT_SYMBOL_NAMESPACE=";

    /// <summary>Reads a directory; null when it has no Kbuild file.</summary>
    public KbuildDirectory? Read(string directory)
    {
        SymbolicMakefile makefile = Open(directory);
        return makefile.Read(directory + "/Kbuild") || makefile.Read(directory + "/Makefile") ? Directory(makefile, directory) : null;
    }

    /// <summary>Reads the top of the tree: the lists of its Makefile, which includes each architecture's, and of its Kbuild file where that has some (from 6.1 on).</summary>
    public KbuildDirectory ReadTop()
    {
        SymbolicMakefile makefile = Open("");
        // The Makefile that the user's make reads starts another one; it is that one's lists that count.
        makefile.Define("sub_make_done", "1");
        makefile.Read("Makefile");
        makefile.Define("ARCH_CORE", "$(core-y)");
        makefile.Define("ARCH_LIB", "$(filter %/, $(libs-y))");
        makefile.Define("ARCH_DRIVERS", "$(drivers-y)");
        makefile.Read("Kbuild");
        return Directory(makefile, "", ["obj-y", "init-y", "core-y", "drivers-y", "net-y", "libs-y", "virt-y", "head-y"], ["obj-m", "core-m", "drivers-m", "net-m", "libs-m"]);
    }

    private SymbolicMakefile Open(string directory)
    {
        var makefile = new SymbolicMakefile(disk, root, free, IsOfNoInterest);
        makefile.Define("srctree", ".");
        makefile.Define("objtree", ".");
        makefile.Define("srcroot", ".");
        makefile.Define("src", directory);
        makefile.Define("obj", directory);
        makefile.Define("ARCH", "$(SRCARCH)");
        makefile.Define("BITS", "$(if $(CONFIG_64BIT),64,32)");
        makefile.Define("KBUILD_MODULES", "y");
        makefile.Define("KBUILD_BUILTIN", "y");
        makefile.Define("comma", ",");
        return makefile;
    }

    private static bool IsOfNoInterest(string name) =>
        name.Contains("FLAGS", StringComparison.Ordinal) || name.StartsWith(ConfigurationVariables.Prefix, StringComparison.Ordinal) || name.StartsWith("cmd_", StringComparison.Ordinal) || name.StartsWith("quiet_cmd_", StringComparison.Ordinal)
        || name is "targets" or "clean-files" or "PHONY" or "srctree" or "objtree" or "SRCARCH" or "ARCH" or "BITS" or "KBUILD_MODULES" or "KBUILD_BUILTIN" or "KBUILD_EXTMOD" or "need-sub-make";

    private static KbuildDirectory Directory(SymbolicMakefile makefile, string directory) => Directory(makefile, directory, ["obj-y", "lib-y"], ["obj-m"]);

    private static KbuildDirectory Directory(SymbolicMakefile makefile, string directory, string[] builtIn, string[] modules)
    {
        Dictionary<string, Condition> yes = Words(makefile, builtIn), module = Words(makefile, modules);
        var entries = new List<KbuildEntry>();
        var subdirectories = new List<KbuildSubdirectory>();
        foreach (string word in yes.Keys.Union(module.Keys))
        {
            Condition isBuiltIn = yes.GetValueOrDefault(word, Condition.False);
            // What is in both lists is built in.
            Condition isModule = module.GetValueOrDefault(word, Condition.False).And(isBuiltIn.Not());
            if (word[^1] == '/')
            {
                if (KbuildPaths.Join(directory, word) is { Length: > 0 } below)
                    subdirectories.Add(new KbuildSubdirectory(below, isBuiltIn, isModule));
            }
            else if (word.EndsWith(".o", StringComparison.Ordinal) && KbuildPaths.Join(directory, word[..^2]) is { } name)
            {
                AddObject(entries, makefile, directory, word[..^2], name, isBuiltIn, isModule);
            }
        }
        return new KbuildDirectory(directory, entries, subdirectories, Namespaces(makefile, "ccflags-y"), Namespaces(makefile, "subdir-ccflags-y"));
    }

    private static Dictionary<string, Condition> Words(SymbolicMakefile makefile, params ReadOnlySpan<string> variables)
    {
        var result = new Dictionary<string, Condition>(StringComparer.Ordinal);
        foreach (string variable in variables)
            foreach (GuardedWord word in makefile.WordsOf(variable))
                result[word.Word] = result.GetValueOrDefault(word.Word, Condition.False).Or(word.When);
        return result;
    }

    private static void AddObject(List<KbuildEntry> entries, SymbolicMakefile makefile, string directory, string word, string name, Condition builtIn, Condition module)
    {
        Dictionary<string, Condition> always = Words(makefile, word + "-objs", word + "-y");
        Dictionary<string, Condition> onlyModule = Words(makefile, word + "-m");
        Condition isComposite = Condition.False;
        foreach (Condition part in always.Values)
            isComposite = isComposite.Or(part);
        // An object that also has parts only under some condition is its own source otherwise.
        Add(entries, name, "", builtIn.And(isComposite.Not()));
        Add(entries, name, name, module.And(isComposite.Not()));
        foreach ((string part, Condition when) in always)
            if (PartOf(directory, part) is { } path)
            {
                Add(entries, path, "", builtIn.And(when));
                Add(entries, path, name, module.And(when));
            }
        foreach ((string part, Condition when) in onlyModule)
            if (PartOf(directory, part) is { } path)
                Add(entries, path, name, module.And(when));
    }

    private static string? PartOf(string directory, string word) =>
        word.EndsWith(".o", StringComparison.Ordinal) ? KbuildPaths.Join(directory, word[..^2]) : null;

    private static void Add(List<KbuildEntry> entries, string path, string module, Condition when)
    {
        if (!when.IsFalse)
            entries.Add(new KbuildEntry(path, module, when));
    }

    private static List<GuardedWord> Namespaces(SymbolicMakefile makefile, string variable) =>
        [.. makefile.WordsOf(variable).Where(word => word.Word.StartsWith(NamespaceFlag, StringComparison.Ordinal))
            .Select(word => word with { Word = word.Word[NamespaceFlag.Length..].Trim('\'', '"', '\\') })];
}
