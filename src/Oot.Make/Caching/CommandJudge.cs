using Oot.Core;
using Oot.Make.Shell;

namespace Oot.Make.Caching;

/// <summary>
/// Decides by a command's text whether it is a function of things that can be listed (<see cref="CommandInputs"/>). Every command that the text could
/// run is looked at, whichever way its conditions go, so the list holds too much rather than too little. Whatever is not known counts as a change of the world.
/// </summary>
internal sealed partial class CommandJudge
{
    private const int DeepestScript = 6;
    private const int LongestText = 1 << 17;

    private readonly IDisk _disk;
    private readonly IKnownCommands? _known;
    private readonly IReadOnlyList<string> _environment;
    private readonly CommandInputs _inputs;
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShellNode> _functions = new(StringComparer.Ordinal);
    private readonly string _name;
    private readonly int _depth;
    private string _text = "";
    private List<string>? _parameters;
    private string _directory;
    private bool _isConditional;
    private bool _hasOwnInput;
    private bool _inputIsText;
    private bool _isRepeated;

    private CommandJudge(IDisk disk, IKnownCommands? known, IReadOnlyList<string> environment, string directory, CommandInputs inputs, string name, List<string> parameters, int depth)
    {
        _disk = disk;
        _known = known;
        _environment = environment;
        _directory = directory;
        _inputs = inputs;
        _name = name;
        _parameters = parameters;
        _depth = depth;
    }

    /// <summary>The inputs of the words that make would start; null, and why, when they cannot be listed.</summary>
    /// <param name="disk">Scripts are read and programs are looked for on it.</param>
    /// <param name="known">What make's caller knows besides, or null.</param>
    /// <param name="words">A program and its arguments; <c>sh -c TEXT</c> is looked into.</param>
    /// <param name="environment">The command's environment.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="reason">The first thing that is not known.</param>
    public static CommandInputs? Judge(IDisk disk, IKnownCommands? known, IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, out string reason)
    {
        var inputs = new CommandInputs();
        reason = "";
        try
        {
            foreach (string variable in environment)
                if (variable.StartsWith("BASH_FUNC_", StringComparison.Ordinal))
                    throw Refuse("functions from the environment");
            new CommandJudge(disk, known, environment, directory, inputs, words[0], [], 0).Program([.. words]);
            foreach (string variable in EnvironmentVariables.ThatProgramsRead(environment))
                inputs.Variables.Add(variable);
            return inputs;
        }
        catch (NotJudgedException refusal)
        {
            reason = refusal.Message;
            return null;
        }
    }

    private static NotJudgedException Refuse(string what) => new(what);

    private void Walk(ShellNode node)
    {
        switch (node)
        {
            case ShellNode.Simple simple:
                Simple(simple);
                break;
            case ShellNode.Sequence sequence:
                foreach (ShellNode command in sequence.Commands)
                    Walk(command);
                break;
            case ShellNode.Not not:
                Walk(not.Body);
                break;
            case ShellNode.AndOr chain:
                Walk(chain.Left);
                Perhaps(() => Walk(chain.Right));
                break;
            case ShellNode.Pipeline pipeline:
                Pipeline(pipeline);
                break;
            case ShellNode.Subshell subshell:
                string directory = _directory;
                Redirected(subshell.Redirections, () => Perhaps(() => Walk(subshell.Body)));
                _directory = directory;
                break;
            case ShellNode.Redirected redirected:
                Redirected(redirected.Redirections, () => Walk(redirected.Body));
                break;
            case ShellNode.If choice:
                Walk(choice.Condition);
                Perhaps(() => Walk(choice.Then));
                if (choice.Else is not null)
                    Perhaps(() => Walk(choice.Else));
                break;
            case ShellNode.Case choice:
                Case(choice);
                break;
            case ShellNode.For loop:
                foreach (ShellWord word in loop.Words ?? [])
                    Value(word);
                Assign(loop.Variable, null);
                Loop(null, loop.Body);
                break;
            case ShellNode.While loop:
                Loop(loop.Condition, loop.Body);
                break;
            case ShellNode.Function function:
                if (_isConditional || PureProgramTable.Programs.ContainsKey(function.Name))
                    throw Refuse("function " + function.Name);
                _functions[function.Name] = function.Body;
                break;
            default:
                throw Refuse("a command in the background");
        }
    }

    private void Case(ShellNode.Case choice)
    {
        Value(choice.Subject);
        foreach (ShellCaseBranch branch in choice.Branches)
        {
            if (branch.Patterns.Any(pattern => pattern.Parts.Any(part => part.Expansion is ShellSubstitution)))
                throw Refuse("case pattern");
            if (branch.Body is not null)
                Perhaps(() => Walk(branch.Body));
        }
    }

    private void Perhaps(Action walk)
    {
        bool outer = _isConditional;
        _isConditional = true;
        walk();
        _isConditional = outer;
    }

    private void Pipeline(ShellNode.Pipeline pipeline)
    {
        bool outer = _hasOwnInput, outerText = _inputIsText;
        string directory = _directory;
        // Each part is a subshell: what it assigns is not seen later, which counts as not known.
        Perhaps(() =>
        {
            foreach (ShellNode command in pipeline.Stages)
            {
                Walk(command);
                _hasOwnInput = true;
                _inputIsText = command is ShellNode.Simple { Words: [{ Plain: "echo" or "printf" }, ..] };
                _directory = directory;
            }
        });
        (_hasOwnInput, _inputIsText) = (outer, outerText);
    }

    private void Redirected(IReadOnlyList<ShellRedirection> redirections, Action walk)
    {
        bool outer = _hasOwnInput;
        Redirect(redirections);
        walk();
        _hasOwnInput = outer;
    }

    private void Loop(ShellNode? condition, ShellNode body)
    {
        bool outer = _isRepeated;
        _isRepeated = true;
        // Twice: what the body assigns may be what its beginning uses.
        for (int pass = 0; pass < 2; pass++)
            Perhaps(() =>
            {
                if (condition is not null)
                    Walk(condition);
                Walk(body);
            });
        _isRepeated = outer;
    }

    private void Assign(string name, string? value)
    {
        // One that is not in the environment yet is not exported, unless by `export`.
        if (EnvironmentVariables.ChangesShell(name) || (EnvironmentVariables.ChangesPrograms(name) && ProcessEnvironment.Value(_environment, name) is not null))
            throw Refuse("assignment to " + name);
        bool isNew = !_variables.TryGetValue(name, out string? old);
        if (isNew)
            old = Inherited(name);
        _variables[name] = _isConditional && old != value ? null : value;
    }

    /// <summary>A variable's value at the start of the script; an unset one is empty.</summary>
    private string Inherited(string name)
    {
        _inputs.Variables.Add(name);
        return ProcessEnvironment.Value(_environment, name) ?? "";
    }

    private void Simple(ShellNode.Simple command)
    {
        List<ShellValue> words = [.. command.Words.Select(Value)];
        bool outer = _hasOwnInput;
        Redirect(command.Redirections);
        if (words.Count == 0 || words.TrueForAll(word => word is { Text: "", CanVanish: true }))
        {
            foreach (ShellAssignment assignment in command.Assignments)
                Assign(assignment.Name, Value(assignment.Value).Text);
        }
        else
        {
            var prefix = new List<(string Name, string? Value)>();
            foreach (ShellAssignment assignment in command.Assignments)
            {
                if (EnvironmentVariables.ChangesPrograms(assignment.Name))
                    throw Refuse("assignment to " + assignment.Name);
                prefix.Add((assignment.Name, Value(assignment.Value).Text));
            }
            Run(words, prefix);
        }
        _hasOwnInput = outer;
    }

    private void Redirect(IReadOnlyList<ShellRedirection> redirections)
    {
        foreach (ShellRedirection redirection in redirections)
        {
            if (redirection.Document is { } document)
            {
                Value(document);
                _hasOwnInput = _inputIsText = true;
                continue;
            }
            ShellValue target = Value(redirection.Target);
            switch (redirection.Kind)
            {
                case var _ when redirection.Descriptor > 2:
                    throw Refuse("a descriptor of its own");
                case ShellRedirectionKind.Duplicate when target.Text is { Length: 1 } digit && (char.IsAsciiDigit(digit[0]) || digit == "-"):
                    break;
                case ShellRedirectionKind.Input when target.Text is { Length: > 0 } path && !target.HasPattern:
                    _inputs.MaySpeak = true;
                    Read(path);
                    if (redirection.Descriptor == 0)
                        (_hasOwnInput, _inputIsText) = (true, false);
                    break;
                case ShellRedirectionKind.Output or ShellRedirectionKind.Append when target.Text is { } name && (name == "/dev/null" || IsTemporary(name)):
                    break;
                default:
                    throw Refuse("a redirection");
            }
        }
    }

    private bool IsTemporary(string given)
    {
        string path = Absolute(given);
        return _inputs.TemporaryDirectory is { } directory && path.StartsWith(directory, StringComparison.Ordinal)
            && path.Length > directory.Length && path[directory.Length] == '/' && !path.Contains("..", StringComparison.Ordinal);
    }

    private string Absolute(string path) => path.StartsWith('/') ? path : $"{_directory}/{path}";

    private void Ask(string path, FileQuestionKind kind)
    {
        if (path.Contains(CommandInputs.ProcessId, StringComparison.Ordinal))
            throw Refuse("a temporary name");
        _inputs.Files.Add(new FileQuestion(Absolute(path), kind));
    }

    /// <summary>A file that is read: a regular one, so that its identity stands for its content, or none.</summary>
    private void Read(string path)
    {
        if (path == "/dev/null" || IsTemporary(path))
            return;
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal) || path.StartsWith("/sys/", StringComparison.Ordinal))
            throw Refuse("reading " + path);
        if (_disk.Stat(Absolute(path), out FileStatus status) == 0 && !status.IsRegular)
            throw Refuse("reading " + path);
        Ask(path, FileQuestionKind.Identity);
    }
}
