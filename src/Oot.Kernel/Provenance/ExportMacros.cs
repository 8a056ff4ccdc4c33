namespace Oot.Kernel.Provenance;

/// <summary>The exporting macros that headers define, by name; where several headers define one, each of them counts under its own condition.</summary>
internal sealed class ExportMacros
{
    private readonly Dictionary<string, List<ExportMacro>> byName = new(StringComparer.Ordinal);

    /// <summary>None.</summary>
    public static ExportMacros None { get; } = new([]);

    /// <summary>A set of them.</summary>
    public ExportMacros(IEnumerable<ExportMacro> macros)
    {
        foreach (ExportMacro macro in macros)
        {
            if (!byName.TryGetValue(macro.Name, out List<ExportMacro>? all))
                byName[macro.Name] = all = [];
            all.Add(macro);
        }
    }

    /// <summary>The macros of a name; empty for none.</summary>
    public IReadOnlyList<ExportMacro> Find(string name) => byName.GetValueOrDefault(name) ?? [];

    /// <summary>The names that do not have <c>EXPORT_</c> in them, by which calls are found otherwise.</summary>
    public IReadOnlyList<string> OtherNames => [.. byName.Keys.Where(name => !name.Contains("EXPORT_", StringComparison.Ordinal))];
}
