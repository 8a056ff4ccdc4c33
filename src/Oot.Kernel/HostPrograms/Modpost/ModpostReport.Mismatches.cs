using Oot.Kernel.HostPrograms.Modpost.SectionChecks;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>The long words for section mismatches, up to 5.18.</summary>
internal sealed partial class ModpostReport
{
    public void LongMismatch(string file, SectionRule rule, ulong offset, ReadOnlySpan<byte> fromSection, SymbolName from, ReadOnlySpan<byte> toSection, SymbolName to)
    {
        Warn($"{file}({Text(fromSection)}+0x{offset:x}): Section mismatch in reference from the {from.Noun} {from.Text}{from.Mark} to the {to.Noun} {Text(toSection)}:{to.Text}{to.Mark}\n");
        Raw(Explanation(rule, Annotation(Text(fromSection)), from, Annotation(Text(toSection)), to) + "\n");
    }

    private static string Explanation(SectionRule rule, string fromMark, SymbolName from, string toMark, SymbolName to)
    {
        string target = $"{to.Text}{to.Mark}";
        string references = $"The {from.Noun} {fromMark}{from.Text}{from.Mark} references\na {to.Noun} {toMark}{target}.\n";
        return rule.Kind switch
        {
            MismatchKind.TextToInit =>
                $"The function {fromMark}{from.Text}() references\nthe {to.Noun} {toMark}{target}.\nThis is often because {from.Text} lacks a {toMark}\n"
                + $"annotation or the annotation of {to.Text} is wrong.\n",
            MismatchKind.DataToInit or MismatchKind.DataToExit =>
                $"The variable {from.Text} references\nthe {to.Noun} {toMark}{target}\nIf the reference is valid then annotate the\n"
                + $"variable with {(rule.Kind == MismatchKind.DataToInit ? "__init* or __refdata" : "__exit*")} (see linux/init.h) or name the variable:\n"
                + string.Join(", ", rule.Names) + "\n",
            MismatchKind.TextToExit =>
                $"The function {from.Text}() references a {to.Noun} in an exit section.\nOften the {to.Noun} {target} has valid usage outside the exit section\n"
                + $"and the fix is to remove the {toMark}annotation of {to.Text}.\n",
            MismatchKind.MemoryInitToInit or MismatchKind.MemoryExitToExit =>
                references + $"If {to.Text} is only used by {from.Text} then\nannotate {to.Text} with a matching annotation.\n",
            MismatchKind.InitToExit => references + Path("init", "exit", toMark, target),
            MismatchKind.ExitToInit => references + Path("exit", "init", toMark, target),
            _ => $"The symbol {to.Text} is exported and annotated {toMark}\nFix this by removing the {toMark}annotation of {to.Text} or drop the export.\n",
        };
    }

    private static string Path(string from, string to, string mark, string target) =>
        $"This is often seen when error handling in the {from} function\nuses functionality in the {to} path.\n"
        + $"The fix is often to remove the {mark}annotation of\n{target} so it may be used outside an {to} section.\n";

    // .init.rodata is what __initconst makes.
    private static string Annotation(string section)
    {
        string[] parts = section.Split('.', 3);
        if (parts.Length < 3 || parts[0].Length > 0 || parts[1] is not ("init" or "exit" or "meminit" or "memexit"))
            return "";
        string kind = parts[2].Contains("rodata", StringComparison.Ordinal) ? "const" : parts[2].Contains("data", StringComparison.Ordinal) ? "data" : "";
        return $"__{parts[1]}{kind} ";
    }
}
