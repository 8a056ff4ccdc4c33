using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>
/// Macros without arguments that an architecture's header defines and an exporting macro of another header names: <c>KVM_SUB_MODULES</c> in <c>EXPORT_SYMBOL_FOR_KVM</c> (kernel 7.x,
/// include/linux/kvm_types.h). What they stand for depends on options, and so the exporting macro becomes one for each meaning.
/// </summary>
internal sealed class MachineObjects
{
    private readonly Dictionary<string, List<ObjectMacro>> byName = new(StringComparer.Ordinal);

    /// <param name="objects">Macros of headers of architectures, with the architecture in their conditions.</param>
    /// <param name="macros">The exporting macros: only what one of them makes a string of counts.</param>
    public MachineObjects(IEnumerable<ObjectMacro> objects, IReadOnlyList<ExportMacro> macros)
    {
        foreach (ObjectMacro macro in objects)
        {
            if (macro.Value.Length == 0 || !macros.Any(exporting => exporting.Body.Contains(Text(macro.Name), StringComparison.Ordinal)))
                continue;
            if (!byName.TryGetValue(macro.Name, out List<ObjectMacro>? known))
                byName[macro.Name] = known = [];
            known.Add(macro);
        }
    }

    /// <summary>An exporting macro in each of its meanings, with what no configuration tells taken to be as it asks.</summary>
    public IEnumerable<ExportMacro> MeaningsOf(ExportMacro macro)
    {
        Condition when = ConfigurationVariables.Assumed(Told(macro.When));
        foreach ((string name, List<ObjectMacro> meanings) in byName)
        {
            if (macro.Body.Contains(Text(name), StringComparison.Ordinal))
                return meanings.Select(meaning => macro with
                {
                    Body = macro.Body.Replace(Text(name), $"\"{meaning.Value}\"", StringComparison.Ordinal),
                    When = when.And(ConfigurationVariables.Assumed(meaning.When)),
                });
        }
        return [macro with { When = when }];
    }

    /// <summary>A condition in which it is told when these macros are defined.</summary>
    private Condition Told(Condition condition)
    {
        if (!condition.Cases.Any(tests => tests.Any(test => Defined(test) is not null)))
            return condition;
        Condition told = Condition.False;
        foreach (IReadOnlyList<ValueTest> tests in condition.Cases)
        {
            Condition all = Condition.True;
            foreach (ValueTest test in tests)
                all = all.And(Defined(test) ?? Condition.Of(test.Variable, test.Mask));
            told = told.Or(all);
        }
        return told;
    }

    /// <summary>When a test <c>defined(NAME)</c> of one of the macros holds; null for any other test.</summary>
    private Condition? Defined(ValueTest test)
    {
        string name = test.Variable.Name;
        if (!name.StartsWith("defined(", StringComparison.Ordinal) || !byName.TryGetValue(name[8..^1], out List<ObjectMacro>? meanings))
            return null;
        Condition any = Condition.False;
        foreach (ObjectMacro meaning in meanings)
            any = any.Or(ConfigurationVariables.Assumed(meaning.When));
        return test.Mask == 2 ? any : any.Not();
    }

    /// <summary>How a body makes a string of a macro (include/linux/stringify.h).</summary>
    private static string Text(string name) => $"__stringify({name})";
}
