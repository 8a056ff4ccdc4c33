using Oot.Kernel.Loading;

namespace Oot.Kernel.Tests.Proving;

/// <summary>Reads <c>tests/load/table</c>, whose head says how it is written.</summary>
internal sealed class LoadTable
{
    internal static readonly string[] Kernels = ["6.1", "6.12", "7.x"];

    private const string NotApplicable = "not applicable, because ";

    internal static string Path => System.IO.Path.Combine(Checkout.Tests, "load", "table");

    internal static IReadOnlyList<LoadRow> Read()
    {
        var rows = new List<LoadRow>();
        LoadTable? row = null;
        foreach (string line in File.ReadLines(Path).Where(line => line.TrimStart(' ') is [not '#', ..]))
        {
            if (line[0] != ' ')
            {
                if (row is not null)
                    rows.Add(row.Done());
                row = new LoadTable(line);
            }
            else
                row!.Take(line.Trim(' '));
        }
        rows.Add(row!.Done());
        return rows;
    }

    private readonly string name;
    private readonly List<IReadOnlyList<string[]>> modules = [];
    private readonly Dictionary<string, LoadResult> results = new(StringComparer.Ordinal);
    private LoadConditions conditions = LoadConditions.Usual;
    private List<string> log = [];

    private LoadTable(string name) => this.name = name;

    private LoadRow Done() => new(name, modules, conditions, results);

    private void Take(string line)
    {
        if (line.StartsWith("| ", StringComparison.Ordinal))
        {
            log.Add(line.EndsWith('}') ? Word(line[2..]) : line[2..]);
            return;
        }
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "module")
            modules.Add([.. line["module ".Length..].Split(" | ").Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word).ToArray())]);
        else if (Kernels.Contains(words[0]))
            Expect([.. words.TakeWhile(Kernels.Contains)], line[string.Join(' ', words.TakeWhile(Kernels.Contains)).Length..].Trim());
        else
            conditions = Condition(words[0], [.. words.Skip(1)]);
    }

    private LoadConditions Condition(string word, string[] values) => word switch
    {
        "parameters" => conditions with { Parameters = [.. values.Select(Word)] },
        "blacklist" => conditions with { Blacklist = [.. values.SelectMany(value => value.Split(','))] },
        "loaded" => conditions with { Loaded = values.Where(value => value != "nothing").ToHashSet(StringComparer.Ordinal) },
        "enforced" => conditions with { EnforcesSignatures = true },
        "lockdown" => conditions with { IsLockedDown = true, Loader = "load" },
        "flags" => conditions with { Flags = values.Aggregate(LoadFlags.None, (all, value) => all | Enum.Parse<LoadFlags>(value)) },
        _ => throw new InvalidDataException($"{name}: {word}"),
    };

    private void Expect(string[] kernels, string result)
    {
        log = [];
        string[] words = result.Split(' ');
        bool isOfInit = words[0] == "init";
        foreach (string kernel in kernels)
        {
            results.Add(kernel, result.StartsWith(NotApplicable, StringComparison.Ordinal) ? new LoadResult(result[NotApplicable.Length..], "", false, "", log)
                : new LoadResult(null, words[isOfInit ? 1 : 0], isOfInit, words[^1], log));
        }
    }

    // \s is a blank, \0 a zero byte; xN is N times x.
    private static string Word(string text)
    {
        string word = text.Replace("\\s", " ", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal);
        int times = word.IndexOf("{*", StringComparison.Ordinal);
        return times < 1 ? word : word[..(times - 1)] + new string(word[times - 1], int.Parse(word[(times + 2)..^1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
