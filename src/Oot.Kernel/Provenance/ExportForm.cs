using System.Collections.Frozen;

namespace Oot.Kernel.Provenance;

/// <summary>A macro of the kernel that exports (include/linux/export.h, percpu-defs.h, static_call.h, tracepoint.h): which symbols, and how. Kernel 5.10 to 7.x.</summary>
/// <param name="Symbols">What its first argument becomes, with <c>*</c> for the argument.</param>
/// <param name="IsGpl">For GPL-compatible modules only; null where the second argument says it.</param>
/// <param name="NamespaceArgument">Which argument is the namespace, from 0 on; −1: none, the default one counts; −2: none whatever the default is.</param>
/// <param name="Options">Options that have to be on.</param>
internal sealed record ExportForm(string[] Symbols, bool? IsGpl, int NamespaceArgument = -1, params string[] Options)
{
    /// <summary>What stands before the modules that <c>EXPORT_SYMBOL_FOR_MODULES</c> names, in the namespace.</summary>
    public const string ForModules = "module:";

    private static readonly string[] Itself = ["*"], Tracepoint = ["__tracepoint_*", "__traceiter_*", "__SCK__tp_func_*"], TracepointTrampoline = ["__SCT__tp_func_*"];

    private static readonly FrozenDictionary<string, ExportForm[]> All = new Dictionary<string, ExportForm[]>
    {
        ["EXPORT_SYMBOL"] = [new(Itself, false)],
        ["EXPORT_SYMBOL_GPL"] = [new(Itself, true)],
        ["EXPORT_SYMBOL_GPL_FUTURE"] = [new(Itself, false)],
        ["EXPORT_UNUSED_SYMBOL"] = [new(Itself, false, -1, "CONFIG_UNUSED_SYMBOLS")],
        ["EXPORT_UNUSED_SYMBOL_GPL"] = [new(Itself, true, -1, "CONFIG_UNUSED_SYMBOLS")],
        ["EXPORT_SYMBOL_NS"] = [new(Itself, false, 1)],
        ["EXPORT_SYMBOL_NS_GPL"] = [new(Itself, true, 1)],
        ["__EXPORT_SYMBOL"] = [new(Itself, null, 2)],
        ["EXPORT_SYMBOL_FOR_MODULES"] = [new(Itself, true, 1) { NamesModules = true }],
        ["EXPORT_SYMBOL_GPL_FOR_MODULES"] = [new(Itself, true, 1) { NamesModules = true }],
        ["EXPORT_PER_CPU_SYMBOL"] = [new(Itself, false)],
        ["EXPORT_PER_CPU_SYMBOL_GPL"] = [new(Itself, true)],
        ["EXPORT_STATIC_CALL"] = [new(["__SCK__*"], false), new(["__SCT__*"], false, -1, "CONFIG_HAVE_STATIC_CALL")],
        ["EXPORT_STATIC_CALL_GPL"] = [new(["__SCK__*"], true), new(["__SCT__*"], true, -1, "CONFIG_HAVE_STATIC_CALL")],
        ["EXPORT_STATIC_CALL_TRAMP"] = [new(["__SCT__*"], false, -1, "CONFIG_HAVE_STATIC_CALL")],
        ["EXPORT_STATIC_CALL_TRAMP_GPL"] = [new(["__SCT__*"], true, -1, "CONFIG_HAVE_STATIC_CALL")],
        ["EXPORT_TRACEPOINT_SYMBOL"] = [new(Tracepoint, false, -1, "CONFIG_TRACEPOINTS"), new(TracepointTrampoline, false, -1, "CONFIG_TRACEPOINTS", "CONFIG_HAVE_STATIC_CALL")],
        ["EXPORT_TRACEPOINT_SYMBOL_GPL"] = [new(Tracepoint, true, -1, "CONFIG_TRACEPOINTS"), new(TracepointTrampoline, true, -1, "CONFIG_TRACEPOINTS", "CONFIG_HAVE_STATIC_CALL")],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the argument of the namespace is a list of modules.</summary>
    public bool NamesModules { get; init; }

    /// <summary>What a macro of this name exports; null for any other name.</summary>
    public static ExportForm[]? Find(string name) => All.GetValueOrDefault(name);
}
