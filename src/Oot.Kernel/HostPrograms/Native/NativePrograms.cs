using Oot.Core;
using Oot.Elf;
using Oot.Make.Execution;

namespace Oot.Kernel.HostPrograms.Native;

/// <summary>
/// The native programs of a kernel tree that oot has no implementation of, where they do not start: objtool (x86), without which modules would be wrong, and resolve_btfids
/// (BTF), without which they only lack type information.
/// </summary>
internal static class NativePrograms
{
    private const string Objtool = "tools/objtool/objtool", ResolveBtfids = "tools/bpf/resolve_btfids/resolve_btfids", GenerateBtf = "scripts/gen-btf.sh";

    /// <summary><c>scripts/gen-btf.sh</c> matters where resolve_btfids, which it calls, does not start.</summary>
    internal static bool ScriptIsNeeded(IDisk disk, IReadOnlyList<string> environment, string script) =>
        NativeStarter.IsNeeded(disk, environment, ResolverOf(environment, script));

    /// <summary>objtool, somehow; else the build ends.</summary>
    internal static int RunObjtool(HostProgramCall call) =>
        Starter(call).Find(call.Program, Objtool, "OOT_OBJTOOL", mayFetch: true) is { } words
            ? Become(call, [.. words, .. call.Arguments], call.Environment)
            : Stop(call, KernelDiagnostics.NoObjtool(call.Program, IsThere(call)));

    /// <summary>Another native program, somehow; else the build ends.</summary>
    internal static int RunOther(HostProgramCall call) =>
        Starter(call).Find(call.Program, HostProgramTable.Find(call.Program)!.Path, "", mayFetch: true) is { } words
            ? Become(call, [.. words, .. call.Arguments], call.Environment)
            : Stop(call, KernelDiagnostics.NoHostProgram(call.Program, IsThere(call)));

    /// <summary>resolve_btfids as 6.12 calls it, <c>-b VMLINUX MODULE</c>: without <c>.BTF_ids</c> it has nothing to do.</summary>
    internal static int RunResolveBtfids(HostProgramCall call)
    {
        if (Starter(call).Find(call.Program, ResolveBtfids, "OOT_RESOLVE_BTFIDS", mayFetch: false) is { } words)
            return Become(call, [.. words, .. call.Arguments], call.Environment);
        string module = call.Arguments.Count > 0 ? call.Arguments[^1] : "";
        return HasIdentifiers(call.Disk, module) ? Stop(call, KernelDiagnostics.NoBtfIdentifiers(module, call.Program)) : 0;
    }

    /// <summary>7.x's script, which calls pahole and resolve_btfids: <c>--btf_base VMLINUX MODULE</c>.</summary>
    internal static int RunGenerateBtf(HostProgramCall call)
    {
        // What is wrong with other arguments the script itself says best.
        if (call.Arguments is not [_] and not ["--btf_base", _, _])
            return Become(call, ["/bin/sh", call.Program, .. call.Arguments], call.Environment);
        string program = ResolverOf(call.Environment, call.Program);
        string module = call.Arguments[^1];
        string? missing = PaholeProblem(call);
        if (missing is null && Starter(call).Find(program, ResolveBtfids, "OOT_RESOLVE_BTFIDS", mayFetch: true) is { } words)
            return Become(call, ["/bin/sh", call.Program, .. call.Arguments], ProcessEnvironment.With(call.Environment, "RESOLVE_BTFIDS", string.Join(' ', words)));
        missing ??= call.Disk.Stat(program, out _) == 0 ? $"{program} does not start on this system" : $"there is no {program}";
        if (HasIdentifiers(call.Disk, module))
            return Stop(call, KernelDiagnostics.NoBtfIdentifiers(module, missing));
        Say(call, $"oot: {module} gets no BTF (type information for BPF and debuggers; it loads without): {missing}\n");
        return 0;
    }

    private static string ResolverOf(IReadOnlyList<string> environment, string script) =>
        ProcessEnvironment.Value(environment, "RESOLVE_BTFIDS") is { Length: > 0 } named ? named : script[..^GenerateBtf.Length] + ResolveBtfids;

    // --btf_features, by which the tree's flags ask for what they want, came with pahole 1.26.
    private static string? PaholeProblem(HostProgramCall call)
    {
        if (ProcessEnvironment.Value(call.Environment, "PAHOLE_FLAGS")?.Contains("--btf_features", StringComparison.Ordinal) != true)
            return null;
        string pahole = ProcessEnvironment.Value(call.Environment, "PAHOLE") ?? "pahole";
        ProgramResult result = new ProgramRunner(call.Disk).Run(new ProgramRequest(pahole, ["--version"], call.Environment));
        string version = result.Output.Trim().TrimStart('v');
        return !result.Succeeded ? $"there is no {pahole} (the package pahole or dwarves has it)"
            : version.Split('.') is [var major, var minor] && int.TryParse(major, out int first) && int.TryParse(minor, out int second) && (first, second).CompareTo((1, 26)) < 0
            ? $"pahole {version} is too old for this kernel's flags (1.26)" : null;
    }

    private static bool IsThere(HostProgramCall call) => call.Disk.Stat(call.Program, out _) == 0;

    private static NativeStarter Starter(HostProgramCall call) => new(call.Disk, call.Environment, line => Say(call, $"oot: {line}\n"));

    private static bool HasIdentifiers(IDisk disk, string module)
    {
        byte[] bytes = [];
        return disk.Read(module, ref bytes, out int length) == 0 && ElfFile.Read(bytes.AsMemory(0, length), out ElfFile file, out _)
            && file.FindSection(".BTF_ids", out ElfSection section) && section.Size > 0;
    }

    private static int Become(HostProgramCall call, IReadOnlyList<string> words, IReadOnlyList<string> environment)
    {
        int errno = ProcessReplacement.Execute(words[0], words, environment);
        Say(call, $"{words[0]}: {Errno.Message(errno)}\n");
        return 126;
    }

    private static int Stop(HostProgramCall call, Diagnostic diagnostic)
    {
        Say(call, $"error: {diagnostic.Message} [{diagnostic.Id}]\n  {diagnostic.Remedy}\n");
        return 69;
    }

    private static void Say(HostProgramCall call, string text) => call.Error.Write(ByteText.ToBytes(text));
}
