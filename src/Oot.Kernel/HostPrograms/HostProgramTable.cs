using Oot.Kernel.HostPrograms.Genksyms;

namespace Oot.Kernel.HostPrograms;

/// <summary>Which programs of a kernel tree oot does itself.</summary>
public static class HostProgramTable
{
    /// <summary>The verb of oot that runs one.</summary>
    public const string Verb = "host-program";

    private static readonly HostProgram[] Programs =
    [
        new("scripts/basic/fixdep", Fixdep.FixdepProgram.Run, RunsHere: Always),
        new("scripts/mod/modpost", Modpost.ModpostProgram.Run, RunsHere: NotForKernel),
        new("scripts/kconfig/conf", Kconfig.ConfHostProgram.Run),
        new("scripts/sign-file", Signing.SignFileProgram.Run),
        new("scripts/genksyms/genksyms", GenksymsProgram.Run),
        new("tools/objtool/objtool", Native.NativePrograms.RunObjtool, Native.NativeStarter.IsNeeded),
        new("tools/bpf/resolve_btfids/resolve_btfids", Native.NativePrograms.RunResolveBtfids, Native.NativeStarter.IsNeeded),
        new("scripts/recordmcount", Recordmcount.RecordmcountProgram.Run, RunsHere: Always),
        new("scripts/gendwarfksyms/gendwarfksyms", Native.NativePrograms.RunOther, Native.NativeStarter.IsNeeded),
        new("scripts/gen-btf.sh", Native.NativePrograms.RunGenerateBtf, Native.NativePrograms.ScriptIsNeeded),
    ];

    private static bool Always(IReadOnlyList<string> words) => true;

    /// <summary>A whole kernel, with all that there is to debug it, is too large to be left in make's memory.</summary>
    private static bool NotForKernel(IReadOnlyList<string> words) => !words.Any(static word => word.EndsWith("vmlinux.o", StringComparison.Ordinal));

    /// <summary>The program that a command line's first word names; null when it is none of a kernel tree's, or one that oot does not do itself.</summary>
    /// <param name="program">A path, relative or absolute, that ends in the program's path in the tree.</param>
    public static HostProgram? Find(string program) =>
        Array.Find(Programs, known => program.EndsWith(known.Path, StringComparison.Ordinal) && (program.Length == known.Path.Length || program[^(known.Path.Length + 1)] == '/'));

    /// <summary>A quick look whether a text can name one of them at all.</summary>
    public static bool MayBeNamedIn(string text)
    {
        foreach (HostProgram known in Programs)
        {
            if (text.Contains(known.Path, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
