using Oot.Kernel.Modules.Indexes;

namespace Oot.Deploy.Resolving;

/// <summary>What modprobe makes of a name: which modules it means, and what would be loaded for one, in which order (kmod, libkmod/libkmod-module.c).</summary>
public sealed class ModuleResolver(ModuleIndexes indexes, ModprobeConfiguration configuration)
{
    private const int DeepestSoftDependency = 64;

    /// <summary>The modules of a name or an alias: the first source that knows any decides. Null where the text is no alias at all.</summary>
    public IReadOnlyList<ResolvedModule>? Lookup(string text)
    {
        if (ModuleIndexes.Normalize(text) is not string alias)
            return null;
        ResolvedModule[] configured = [.. configuration.Aliases.Where(entry => ModuleIndexes.Matches(entry.Pattern, alias)).Select(entry => new ResolvedModule(entry.Module, entry.Pattern))];
        if (configured.Length > 0)
            return configured;
        if (!alias.Contains(':') && indexes.NeedsOf(alias) is not null)
            return [new ResolvedModule(alias, null)];
        if (alias.StartsWith("symbol:", StringComparison.Ordinal) && indexes.OfSymbol(alias) is { Count: > 0 } owners)
            return [.. owners.Select(name => new ResolvedModule(name, alias))];
        if (configuration.Installs.Exists(entry => entry.Module == alias) || configuration.Removals.Exists(entry => entry.Module == alias))
            return [new ResolvedModule(alias, null)];
        if (indexes.OfPattern(alias) is { Count: > 0 } fitting)
            return [.. fitting.Select(name => new ResolvedModule(name, alias))];
        // A name goes before another module's alias of the same text (crc64_rocksoft of 6.12).
        if (indexes.IsBuiltIn(alias))
            return [new ResolvedModule(alias, null)];
        return [.. indexes.OfBuiltInPattern(alias).Select(name => new ResolvedModule(name, alias))];
    }

    /// <summary>Whether modprobe passes over a module: it is on the blacklist, and was not asked for by its own name.</summary>
    /// <param name="always">Also where it was (<c>-b</c>).</param>
    public bool IsBlacklisted(ResolvedModule module, bool always) => (always || module.Alias is not null) && configuration.Blacklist.Contains(module.Name);

    /// <summary>What is done to load a module, nothing being loaded yet.</summary>
    /// <param name="extraOptions">Options of the command line, for the module itself.</param>
    /// <param name="ignoresCommands">Its own install command does not count (<c>-i</c>).</param>
    public IReadOnlyList<LoadStep> StepsFor(ResolvedModule module, string extraOptions, bool ignoresCommands)
    {
        var steps = new List<(ResolvedModule Module, bool PlainOnly)>();
        Visit(module, ignoresCommands, steps, [], 0);
        var result = new List<LoadStep>();
        foreach ((ResolvedModule step, bool plainOnly) in steps)
        {
            bool isTarget = step.Name == module.Name;
            if (StepOf(isTarget ? module : step, plainOnly, isTarget ? extraOptions : "") is LoadStep found)
                result.Add(found);
        }
        return result;
    }

    private LoadStep? StepOf(ResolvedModule module, bool plainOnly, string extra)
    {
        string options = string.Join(' ', configuration.Options.Where(entry => entry.Module == module.Name || entry.Module == module.Alias).Select(entry => entry.Text));
        // kmod puts a blank behind the configured ones whether something follows or not.
        options = options.Length > 0 ? $"{options} {extra}" : extra;
        string? command = plainOnly ? null : configuration.Installs.Where(entry => ModuleIndexes.Matches(entry.Module, module.Name)).Select(entry => entry.Command).FirstOrDefault();
        if (command is not null)
            return new LoadStep(LoadStepKind.Command, command, options);
        return indexes.PathOf(module.Name) is string path ? new LoadStep(LoadStepKind.Insert, path, options)
            : indexes.IsBuiltIn(module.Name) ? new LoadStep(LoadStepKind.BuiltIn, module.Name, options) : null;
    }

    private void Visit(ResolvedModule module, bool ignoresCommands, List<(ResolvedModule, bool)> steps, HashSet<ResolvedModule> visited, int depth)
    {
        // One module by two aliases is two to kmod, and is named twice.
        if (!visited.Add(module) || depth > DeepestSoftDependency)
            return;
        foreach (string path in (indexes.NeedsOf(module.Name) ?? []).Reverse())
            Surround(new ResolvedModule(ModuleIndexes.ModuleNameOfFile(path), null), steps, visited, depth);
        if (ignoresCommands)
            Append(module, true, steps);
        else
            Surround(module, steps, visited, depth);
    }

    // Soft dependencies before it and after it; with any of them its install command does not count.
    private void Surround(ResolvedModule module, List<(ResolvedModule, bool)> steps, HashSet<ResolvedModule> visited, int depth)
    {
        (string _, string[] before, string[] after) = configuration.SoftDependencies.Find(entry => ModuleIndexes.Matches(entry.Module, module.Name));
        ResolvedModule[] first = [.. (before ?? []).SelectMany(name => Lookup(name) ?? [])], last = [.. (after ?? []).SelectMany(name => Lookup(name) ?? [])];
        foreach (ResolvedModule needed in first)
            Visit(needed, false, steps, visited, depth + 1);
        Append(module, first.Length > 0 || last.Length > 0, steps);
        foreach (ResolvedModule needed in last)
            Visit(needed, false, steps, visited, depth + 1);
    }

    private static void Append(ResolvedModule module, bool plainOnly, List<(ResolvedModule Module, bool)> steps) => steps.Add((module, plainOnly));
}
