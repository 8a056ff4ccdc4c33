using System.Text;

namespace Oot.Kconfig.Tests;

/// <summary>Small Kconfig files by chance. An option names only options before it and is selected only by such, so that there are no loops.</summary>
internal static class RandomTree
{
    private const int Fewest = 4, Most = 8;

    /// <summary>A file with options S0, S1, …, the last of which is usually hard to reach, and how many there are.</summary>
    public static (string Text, int Count) Of(Random random)
    {
        int count = random.Next(Fewest, Most);
        var selects = new List<string>[count];
        for (int i = 0; i < count; i++)
            selects[i] = [];
        for (int i = 0; i < count; i++)
        {
            if (i + 1 < count && random.Next(10) < 4)
                selects[i].Add($"\t{(random.Next(4) == 0 ? "imply" : "select")} S{random.Next(i + 1, count)}{(random.Next(3) == 0 ? " if " + Expression(random, i) : "")}\n");
        }
        var text = new StringBuilder("config MODULES\n\tbool \"modules\"\n\tmodules\n\tdefault y\n");
        int members = random.Next(10) < 4 ? 3 : 0;
        if (members > 0)
            text.Append("choice\n\tprompt \"choice\"\n");
        for (int i = 0; i < count; i++)
        {
            bool isMember = i < members;
            text.Append($"config S{i}\n\t{(isMember || random.Next(5) < 2 ? "bool" : "tristate")}{(isMember || random.Next(10) < 6 ? $" \"s{i}\"" : "")}\n");
            if (!isMember && i > 0 && random.Next(10) < 6)
                text.Append($"\tdepends on {Expression(random, i)}\n");
            if (!isMember && i > 0 && random.Next(10) < 4)
                text.Append($"\tdefault {(random.Next(3) == 0 ? "m" : "y")} if {Expression(random, i)}\n");
            selects[i].ForEach(line => text.Append(isMember ? "" : line));
            if (i + 1 == members)
                text.Append("endchoice\n");
        }
        return (text.ToString(), count);
    }

    /// <summary>Lines for some of the options.</summary>
    public static string ConfigurationOf(Random random, int count)
    {
        var text = new StringBuilder("CONFIG_MODULES=y\n");
        for (int i = 0; i < count; i++)
        {
            text.Append(random.Next(8) switch { 0 => $"CONFIG_S{i}=y\n", 1 => $"CONFIG_S{i}=m\n", 2 or 3 or 4 => $"# CONFIG_S{i} is not set\n", _ => "" });
        }
        return text.ToString();
    }

    private static string Expression(Random random, int below)
    {
        string Name() => "S" + (below == 0 ? 0 : random.Next(below));
        if (below == 0)
            return "MODULES";
        return random.Next(8) switch
        {
            0 => "!" + Name(),
            1 => $"{Name()} && {Name()}",
            2 => $"{Name()} || {Name()}",
            3 => $"{Name()} = m",
            4 => $"{Name()} != y",
            5 => $"{Name()} && !{Name()}",
            _ => Name(),
        };
    }
}
