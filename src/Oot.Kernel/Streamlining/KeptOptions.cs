namespace Oot.Kernel.Streamlining;

/// <summary>
/// What has to stay on for some options to stay on, of what is on: whatever their conditions name, and one of those that select an option without a prompt (kernel 5.10 to 7.x,
/// scripts/kconfig/streamline_config.pl). That script asks in the order of a hash table; here names decide, so that the answer is always the same one.
/// </summary>
/// <param name="outline">The Kconfig files.</param>
/// <param name="values">The options that are on, with <c>CONFIG_</c>, and whether as a module.</param>
internal sealed class KeptOptions(KconfigOutline outline, IReadOnlyDictionary<string, bool> values)
{
    private const string Prefix = "CONFIG_";

    private readonly SortedSet<string> selected = new(StringComparer.Ordinal);
    private readonly SortedSet<string> unselected = new(StringComparer.Ordinal);
    private readonly Queue<string> unseen = [];

    /// <summary>What is kept, with <c>CONFIG_</c>.</summary>
    internal HashSet<string> All { get; } = new(StringComparer.Ordinal);

    /// <summary>Options without a prompt that are asked for, and nothing that is on selects them; without <c>CONFIG_</c>.</summary>
    internal IEnumerable<string> Unselected => unselected;

    /// <summary>Keeps options, with <c>CONFIG_</c>, and what they need.</summary>
    internal void Keep(IEnumerable<string> options)
    {
        foreach (string option in options)
            Add(option);
        do
            FollowConditions();
        while (FollowSelectors());
    }

    private void Add(string option)
    {
        if (All.Add(option))
            unseen.Enqueue(option);
    }

    private bool IsModule(string option) => values.TryGetValue(option, out bool isModule) && isModule;

    private void FollowConditions()
    {
        while (unseen.TryDequeue(out string? option))
        {
            if (values.TryGetValue(option, out bool isModule) && !isModule)
                continue;
            string name = option.StartsWith(Prefix, StringComparison.Ordinal) ? option[Prefix.Length..] : option;
            if (outline.ConditionOf(name) is { } condition)
                AddModulesOf(condition);
            if (!outline.HasPrompt(name) && outline.SelectorsOf(name) is not null)
                selected.Add(name);
        }
    }

    private void AddModulesOf(string condition)
    {
        for (int at = 0; at < condition.Length; at++)
        {
            int start = at;
            while (at < condition.Length && LineText.IsWord(condition[at]))
                at++;
            if (at > start && $"{Prefix}{condition.AsSpan(start, at - start)}" is var option && IsModule(option))
                Add(option);
        }
    }

    /// <summary>Whether something was added.</summary>
    private bool FollowSelectors()
    {
        foreach (string option in selected)
        {
            if (!IsSelected(option, out string? first))
            {
                if (first is null)
                    Note(option);
                else
                    Add(first);
            }
        }
        return unseen.Count > 0;
    }

    private void Note(string option)
    {
        if (!outline.HasDefault(option))
            unselected.Add(option);
    }

    /// <summary>Whether something selects an option that is built in or kept; else what could, the first that is on.</summary>
    private bool IsSelected(string option, out string? first)
    {
        first = null;
        foreach (string selector in outline.SelectorsOf(option)!)
        {
            string name = Prefix + selector;
            if (!values.TryGetValue(name, out bool isModule))
                continue;
            if (!isModule || All.Contains(name))
                return true;
            first ??= name;
        }
        return false;
    }
}
