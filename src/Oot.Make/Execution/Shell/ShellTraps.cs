using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Understands the few forms of <c>trap</c> whose effect is known.</summary>
internal static class ShellTraps
{
    /// <summary>The trap that a command sets; null when it is any other than those.</summary>
    public static ShellTrap? Read(ShellNode.Simple command)
    {
        if (command.Words is not [_, { Text: { } action }, { Text: { } name }] || command.Redirections.Count + command.Assignments.Count > 0 || NumberOf(name) is not (>= 0 and var signal))
            return null;
        if (action == "-")
            return new ShellTrap(signal, null);
        // An empty action ignores the signal, also in programs.
        return ShellParser.Parse(action) is { } tree && FilesOf(tree, signal, name, out bool isRecursive) is { } files ? new ShellTrap(signal, files, isRecursive) : null;
    }

    private static List<string>? FilesOf(ShellNode tree, int signal, string name, out bool isRecursive)
    {
        isRecursive = tree is ShellNode.Simple { Words: [_, { Plain: "-rf" }, ..] };
        string option = isRecursive ? "-rf" : "-f";
        var files = new List<string>();
        IReadOnlyList<ShellNode> commands = tree is ShellNode.Sequence sequence ? sequence.Commands : [tree];
        int removals = signal == 0 ? commands.Count : commands.Count - 2;
        if (removals < 0)
            return null;
        for (int i = 0; i < removals; i++)
        {
            if (commands[i] is not ShellNode.Simple { Redirections: [], Assignments: [], Words: [{ Plain: "rm" }, { Plain: { } given }, ..] words } || given != option)
                return null;
            for (int k = 2; k < words.Count; k++)
            {
                if (words[k] is not { Text: { Length: > 0 } file } || file[0] == '-' || words[k].MayBePattern() || words[k].HasTilde(isAssignment: false))
                    return null;
                files.Add(file);
            }
        }
        return signal == 0 || (IsTaking(commands[^2], name) && IsDying(commands[^1], name)) ? files : null;
    }

    private static bool IsTaking(ShellNode command, string name) =>
        command is ShellNode.Simple { Redirections: [], Assignments: [], Words: [{ Plain: "trap" }, { Plain: "-" }, { Plain: { } signal }] } && signal == name;

    private static bool IsDying(ShellNode command, string name) =>
        command is ShellNode.Simple { Redirections: [], Assignments: [], Words: [{ Plain: "kill" }, { Plain: "-s" }, { Plain: { } signal }, { Parts: [{ Parameter: { Name: "$", Operation: ShellParameterOperation.Value } }] }] }
        && signal == name;

    private static int NumberOf(string name) => name switch
    {
        "EXIT" or "0" => 0,
        "HUP" => ProcessSignals.Hangup,
        "INT" => ProcessSignals.Interrupt,
        "QUIT" => ProcessSignals.Quit,
        "PIPE" => ProcessSignals.BrokenPipe,
        "TERM" => ProcessSignals.Terminate,
        _ => -1,
    };
}
