using System.Text;
using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Solving;

/// <summary>Conditions in words.</summary>
internal sealed class ConditionWords(Configuration configuration)
{
    private readonly ExpressionTable _expressions = configuration.Tree.Expressions;

    internal string Of(Condition condition)
    {
        Symbol symbol = condition.Symbol;
        return condition.Kind switch
        {
            ConditionKind.Wanted => $"{symbol.Name} is to be {(condition.Value == Tristate.Module ? "m or y" : TextValues.Text(condition.Value))}",
            ConditionKind.DependsOn => $"{NameOf(symbol)} depends on {Text(condition.Expression)}",
            ConditionKind.BroughtBy => Causes(symbol),
            ConditionKind.SelectedBy => $"{symbol.Name} is selected by {Text(condition.Expression)}",
            ConditionKind.ByDefault => $"{symbol.Name} is on by default where its prompt is not seen: {string.Join(", ", Defaults(symbol))}",
            ConditionKind.OneOf => $"of {NameOf(symbol)} one member is on, and only where it is seen",
            ConditionKind.Stays when symbol == configuration.Tree.Modules => $"{symbol.Name} stays {TextValues.Text(configuration.ValueOf(symbol))}",
            ConditionKind.Stays => $"{symbol.Name} stays {TextValues.Text(configuration.ValueOf(symbol))} unless it is allowed to change",
            ConditionKind.Undefined => $"{symbol.Name} is defined in no Kconfig file of this architecture",
            _ => $"{Text(condition.Expression)} is {(configuration.Evaluate(condition.Expression) == Tristate.No ? "not so" : "so")} with the numbers and texts of this configuration",
        };
    }

    private static string NameOf(Symbol symbol) =>
        symbol.Name ?? (symbol.Definitions.Select(static node => node.Prompt?.Text).FirstOrDefault(static text => text is not null) is { } prompt ? $"the choice \"{prompt}\"" : "a choice");

    private string Causes(Symbol symbol)
    {
        List<string> prompts = [], defaults = [.. Defaults(symbol)];
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Text is not null)
                prompts.Add(Text(property.Condition));
        }
        string[] selects = [.. Condition.Parts(_expressions, symbol.ReverseDependency, ExpressionKind.Or).Select(Text)];
        string[] implies = [.. Condition.Parts(_expressions, symbol.Implied, ExpressionKind.Or).Select(Text)];
        if (prompts.Count == 0 && defaults.Count == 0 && selects.Length == 0 && implies.Length == 0)
            return $"{symbol.Name} has no prompt and nothing selects it: a line for it has no effect";
        List<string> ways = [];
        if (prompts.Count > 0)
            ways.Add($"by its prompt (seen if {string.Join(" or ", prompts)})");
        if (defaults.Count > 0)
            ways.Add($"by default ({string.Join(", ", defaults)})");
        if (selects.Length > 0)
            ways.Add($"selected by {string.Join(" or ", selects)}");
        if (implies.Length > 0)
            ways.Add($"implied by {string.Join(" or ", implies)}");
        return $"{symbol.Name} {(prompts.Count == 0 ? "has no prompt, and " : "")}is on only {string.Join(", or ", ways)}";
    }

    private IEnumerable<string> Defaults(Symbol symbol)
    {
        for (Property? property = symbol.Properties; property is not null; property = property.Next)
        {
            if (property.Kind == PropertyKind.Default)
                yield return property.Condition == 0 ? Text(property.Value) : $"{Text(property.Value)} if {Text(property.Condition)}";
        }
    }

    private string Text(int e)
    {
        var text = new StringBuilder();
        new ExpressionText(_expressions, (_, word) => text.Append(word)).Write(e);
        return text.ToString();
    }
}
