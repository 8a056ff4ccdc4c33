using Oot.Core;

namespace Oot.Kernel.Builds;

/// <summary>What can be wrong with a directory before make starts; one method a message.</summary>
public static class BuildDiagnostics
{
    internal static Diagnostic PathKbuildCannotTake(string path) => new("OOT2001", DiagnosticKind.Input,
        $"kbuild cannot build in {path}: a module's path must not contain spaces or colons", "move or link the directory to a path without them");

    internal static Diagnostic NoMakefile(string directory, string? elsewhere, string? configure) => new("OOT2002", DiagnosticKind.Input,
        $"{directory} has no Kbuild and no Makefile",
        configure is not null ? $"it has a {configure}: run it first, then oot build again"
        : elsewhere is not null ? $"there is one in {elsewhere}: try oot build {elsewhere}"
        : "name the directory that has one: oot build DIR");

    internal static Diagnostic UnreadableMakefile(string path, string why) => new("OOT2003", DiagnosticKind.Input, $"cannot read {path}: {why}", "make it readable");

    internal static Diagnostic NamesAnotherKernel(string makefile, string directory, TargetKernel kernel) => new("OOT2004", DiagnosticKind.Input,
        $"{makefile} builds for {directory} whatever it is told, which is not {kernel.Release} ({kernel.Directory})",
        $"let the makefile read its kernel from a variable (KDIR ?= …), or make {directory} lead to {kernel.RealDirectory}");

    internal static Diagnostic NothingToBuild(string directory) => new("OOT2005", DiagnosticKind.Input,
        $"the makefiles of {directory} define no module and call no kernel build", "name the directory that does: oot build DIR");

    /// <summary>The kernel's makefiles do not know a variable that the directory sets.</summary>
    public static Diagnostic IgnoredFlags(string variable, string release) => new("OOT2006", DiagnosticKind.Warning,
        $"{release} ignores {variable}", $"set {OldFlagVariables.Replacement(variable)} instead");
}
