using Oot.Core;

namespace Oot;

/// <summary><c>uname</c> as a driver's makefile sees it during <c>oot build</c>: the true machine, but the release of the kernel that is built for.</summary>
internal static class UnameProgram
{
    /// <summary>The variable that carries the release to it.</summary>
    internal const string ReleaseVariable = "OOT_UNAME_RELEASE";

    // The order in which uname prints its fields.
    private static readonly (char Letter, string Name)[] Fields =
    [
        ('s', "kernel-name"), ('n', "nodename"), ('r', "kernel-release"), ('v', "kernel-version"), ('m', "machine"), ('p', "processor"), ('i', "hardware-platform"), ('o', "operating-system"),
    ];

    internal static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        var asked = new HashSet<char>();
        bool all = false;
        foreach (string argument in arguments)
        {
            if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                all |= argument == "--all";
                char letter = Fields.FirstOrDefault(field => field.Name == argument[2..]).Letter;
                if (letter != '\0')
                    asked.Add(letter);
                else if (argument != "--all")
                    return Fail(argument);
            }
            else if (argument.Length > 1 && argument[0] == '-')
            {
                foreach (char letter in argument[1..])
                {
                    all |= letter == 'a';
                    if (letter != 'a' && !Fields.Any(field => field.Letter == letter))
                        return Fail(argument);
                    asked.Add(letter);
                }
            }
            else
                return Fail(argument);
        }
        if (arguments.Count == 0)
            asked.Add('s');
        // -a leaves the processor and the platform out, as they are not known.
        IEnumerable<string> values = Fields.Where(field => asked.Contains(field.Letter) || all && field.Letter is not ('p' or 'i')).Select(field => Value(field.Letter, environment));
        return Disk.WriteAll(1, ByteText.ToBytes(string.Join(' ', values) + "\n")) == 0 ? 0 : 1;
    }

    private static int Fail(string argument)
    {
        _ = Disk.WriteAll(2, ByteText.ToBytes($"uname: invalid option or operand '{argument}'\n"));
        return 1;
    }

    private static string Value(char letter, IReadOnlyList<string> environment) => letter switch
    {
        's' => Kernel("ostype"),
        'n' => Kernel("hostname"),
        'r' => ProcessEnvironment.Value(environment, ReleaseVariable) ?? Kernel("osrelease"),
        'v' => Kernel("version"),
        'm' => Oot.Kernel.Trees.HostMachine.Architecture.Machine,
        'o' => "GNU/Linux",
        _ => "unknown",
    };

    private static string Kernel(string name) => new Disk().Read("/proc/sys/kernel/" + name, out string text) == 0 ? text.TrimEnd('\n') : "unknown";
}
