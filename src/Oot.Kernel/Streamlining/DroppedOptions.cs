using System.Text;
using Oot.Core;

namespace Oot.Kernel.Streamlining;

/// <summary>
/// What localmodconfig switched off. <c>oot config localmodconfig</c> leaves a record beside the configuration (<c>.config.dropped</c>): a heading, each option as it was, so that lines of it
/// can be added again, and what stayed. The record counts while all that stayed is on: lines may come, but where more has gone, another configuration or another localmodconfig has taken its
/// place. Where the kernel's own localmodconfig ran there is only the configuration before (<c>.config.old</c>).
/// </summary>
public sealed class DroppedOptions
{
    private const string Ending = ".dropped", Before = ".old", Comment = "# ", Stays = " stays";

    /// <summary>From so many modules on that went while none came, the configuration before speaks for localmodconfig; a person who switches modules off by hand stops sooner.</summary>
    private const int ManyModules = 50;

    private readonly HashSet<string> options;

    private DroppedOptions(HashSet<string> options, bool isCertain)
    {
        this.options = options;
        IsCertain = isCertain;
    }

    /// <summary>Whether a record says so; otherwise it is concluded from the configuration before.</summary>
    public bool IsCertain { get; }

    /// <summary>Whether an option, with <c>CONFIG_</c>, was on before.</summary>
    public bool Has(string option) => options.Contains(option);

    /// <summary>What was switched off in a configuration's file; null where nothing speaks for that.</summary>
    public static DroppedOptions? Beside(IDisk disk, string configuration)
    {
        if (disk.Read(configuration, out string now) != 0)
            return null;
        Dictionary<string, bool> values = ConfigurationText.ValuesOf(now);
        if (disk.Read(configuration + Ending, out string record) == 0 && IsOf(values, record))
            return new DroppedOptions([.. ConfigurationText.ValuesOf(record).Keys], isCertain: true);
        if (disk.Read(configuration + Before, out string old) != 0)
            return null;
        Dictionary<string, bool> before = ConfigurationText.ValuesOf(old);
        HashSet<string> gone = [.. before.Keys.Where(option => !values.ContainsKey(option))];
        bool isLean = gone.Count(option => before[option]) >= ManyModules && !values.Any(option => option.Value && !before.ContainsKey(option.Key));
        return isLean ? new DroppedOptions(gone, isCertain: false) : null;
    }

    /// <summary>Writes the record of a change; the error number.</summary>
    /// <param name="configuration">The configuration's file, as it is now.</param>
    /// <param name="before">What it was.</param>
    public static int Record(IDisk disk, string configuration, string before)
    {
        int errno = disk.Read(configuration, out string now);
        if (errno != 0)
            return errno;
        Dictionary<string, bool> values = ConfigurationText.ValuesOf(now);
        var record = new StringBuilder("# What `oot config localmodconfig` switched off, as it was; `oot explain` reads this.\n");
        foreach ((string option, bool isModule) in ConfigurationText.ValuesOf(before))
        {
            if (!values.ContainsKey(option))
                record.Append(option).Append(isModule ? "=m\n" : "=y\n");
        }
        foreach (string option in values.Keys)
            record.Append(Comment).Append(option).Append(Stays).Append('\n');
        return disk.Write(configuration + Ending, record.ToString(), append: false);
    }

    /// <summary>Whether a record is of a configuration: it says what stayed, and all of that is on.</summary>
    private static bool IsOf(Dictionary<string, bool> values, string record)
    {
        bool saysWhatStayed = false;
        foreach (Range range in record.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = record.AsSpan()[range];
            if (!line.StartsWith(Comment) || !line.EndsWith(Stays) || line.Length <= Comment.Length + Stays.Length)
                continue;
            saysWhatStayed = true;
            if (!values.ContainsKey(line[Comment.Length..^Stays.Length].ToString()))
                return false;
        }
        return saysWhatStayed;
    }

    /// <summary>Removes the record, because the configuration begins anew.</summary>
    public static void Forget(IDisk disk, string configuration) => _ = disk.Remove(configuration + Ending);
}
