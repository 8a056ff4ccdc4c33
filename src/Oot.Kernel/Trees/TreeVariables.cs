using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// What decides a tree's compiler before any command line: <c>.kernelvariables</c>, which Debian's trees include first, then <c>LLVM</c> and
/// <c>CROSS_COMPILE</c> of the environment (kernel 6.1, Makefile: <c>CC = $(CROSS_COMPILE)gcc</c>; the environment's <c>CC</c> does not count).
/// </summary>
internal static class TreeVariables
{
    internal static string Compiler(IDisk disk, string tree, IReadOnlyList<string> environment)
    {
        string cross = ProcessEnvironment.Value(environment, "CROSS_COMPILE") ?? "";
        string compiler = ProcessEnvironment.Value(environment, "LLVM") switch
        {
            null or "" => "$(CROSS_COMPILE)gcc",
            ['-', ..] and var suffix => "clang" + suffix,
            [.., '/'] and var prefix => prefix + "clang",
            _ => "clang",
        };
        if (disk.Read(tree + "/.kernelvariables", out string text) == 0)
            ReadOverrides(text, ref compiler, ref cross);
        string last = compiler.Trim() is var c && c.LastIndexOf(' ') is > 0 and var space ? c[(space + 1)..] : compiler.Trim();
        return last.Replace("$(CROSS_COMPILE)", cross, StringComparison.Ordinal);
    }

    // Assignments inside a conditional are for cross builds of packages (`ifneq ($(DEB_BUILD_ARCH),$(DEB_HOST_ARCH))`): both are empty here, so it does not hold.
    private static void ReadOverrides(string text, ref string compiler, ref string cross)
    {
        int depth = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.StartsWith("if"))
                depth++;
            else if (line.StartsWith("endif"))
                depth--;
            if (depth != 0)
                continue;
            if (line.StartsWith("override "))
                line = line[9..].TrimStart();
            int equals = line.IndexOf('=');
            if (equals <= 0)
                continue;
            ReadOnlySpan<char> name = line[..equals].TrimEnd(":? ");
            string value = line[(equals + 1)..].Trim().ToString();
            if (name.SequenceEqual("CC"))
                compiler = value;
            else if (name.SequenceEqual("CROSS_COMPILE") && !value.Contains('$'))
                cross = value;
        }
    }
}
