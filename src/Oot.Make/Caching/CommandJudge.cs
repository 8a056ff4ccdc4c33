using Oot.Core;
using Oot.Make.Caching.Shell;

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

    private CommandJudge(IDisk disk, IReadOnlyList<string> environment, string directory, CommandInputs inputs, string name, List<string> parameters, int depth)
    {
        _disk = disk;
        _environment = environment;
        _directory = directory;
        _inputs = inputs;
        _name = name;
        _parameters = parameters;
        _depth = depth;
    }

    /// <summary>The inputs of the words that make would start; null, and why, when they cannot be listed.</summary>
    /// <param name="disk">Scripts are read and programs are looked for on it.</param>
    /// <param name="words">A program and its arguments; <c>sh -c TEXT</c> is looked into.</param>
    /// <param name="environment">The command's environment.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="reason">The first thing that is not known.</param>
    public static CommandInputs? Judge(IDisk disk, IReadOnlyList<string> words, IReadOnlyList<string> environment, string directory, out string reason)
    {
        var inputs = new CommandInputs();
        reason = "";
        try
        {
            foreach (string variable in environment)
                if (variable.StartsWith("BASH_FUNC_", StringComparison.Ordinal))
                    throw Refuse("functions from the environment");
            new CommandJudge(disk, environment, directory, inputs, words[0], [], 0).Program([.. words]);
            foreach (string variable in EnvironmentVariables.ThatProgramsRead(environment))
                inputs.Variables.Add(variable);
            return inputs;
        }
        catch (ShellNotUnderstoodException refusal)
        {
            reason = refusal.Message;
            return null;
        }
    }

    private static ShellNotUnderstoodException Refuse(string what) => new(what);

    private void Walk(ShellNode node)
    {
        switch (node)
        {
            case SimpleCommand simple:
                Simple(simple);
                break;
            case CommandSequence sequence:
                foreach (ShellNode command in sequence.Commands)
                    Walk(command);
                break;
            case CommandChain chain:
                Walk(chain.Commands[0]);
                Perhaps(() => chain.Commands.Skip(1).ToList().ForEach(Walk));
                break;
            case CommandPipeline pipeline:
                Pipeline(pipeline);
                break;
            case CommandGroup group:
                Group(group);
                break;
            case CommandBranches branches:
                if (branches.Head is not null)
                    Walk(branches.Head);
                if (branches.Subject is not null)
                    Value(branches.Subject);
                Perhaps(() => branches.Branches.ForEach(Walk));
                break;
            case CommandLoop loop:
                Loop(loop);
                break;
            case ShellFunctionDefinition definition:
                if (_isConditional || PureProgramTable.Programs.ContainsKey(definition.Name))
                    throw Refuse("function " + definition.Name);
                _functions[definition.Name] = definition.Body;
                break;
        }
    }

    private void Perhaps(Action walk)
    {
        bool outer = _isConditional;
        _isConditional = true;
        walk();
        _isConditional = outer;
    }

    private void Pipeline(CommandPipeline pipeline)
    {
        bool outer = _hasOwnInput, outerText = _inputIsText;
        string directory = _directory;
        // Each part is a subshell: what it assigns is not seen later, which counts as not known.
        Perhaps(() =>
        {
            foreach (ShellNode command in pipeline.Commands)
            {
                Walk(command);
                _hasOwnInput = true;
                _inputIsText = command is SimpleCommand { Words: [{ Keyword: "echo" or "printf" }, ..] };
                _directory = directory;
            }
        });
        (_hasOwnInput, _inputIsText) = (outer, outerText);
    }

    private void Group(CommandGroup group)
    {
        bool outer = _hasOwnInput;
        string directory = _directory;
        Redirect(group.Redirections);
        if (group.IsSubshell)
            Perhaps(() => Walk(group.Body));
        else
            Walk(group.Body);
        _hasOwnInput = outer;
        if (group.IsSubshell)
            _directory = directory;
    }

    private void Loop(CommandLoop loop)
    {
        foreach (ShellWord word in loop.Words)
            Value(word);
        if (loop.Variable is not null)
            Assign(loop.Variable, null);
        bool outer = _isRepeated;
        _isRepeated = true;
        // Twice: what the body assigns may be what its beginning uses.
        for (int pass = 0; pass < 2; pass++)
            Perhaps(() =>
            {
                if (loop.Head is not null)
                    Walk(loop.Head);
                Walk(loop.Body);
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

    private void Simple(SimpleCommand command)
    {
        List<ShellValue> words = command.Words.ConvertAll(Value);
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

    private void Redirect(List<ShellRedirection> redirections)
    {
        foreach (ShellRedirection redirection in redirections)
        {
            ShellValue target = Value(redirection.Target);
            switch (redirection.Operator)
            {
                case "<<":
                    _hasOwnInput = _inputIsText = true;
                    break;
                case not "" when redirection.Descriptor > 2:
                    throw Refuse("a descriptor of its own");
                case ">&" or "<&" when target.Text is { Length: 1 } digit && (char.IsAsciiDigit(digit[0]) || digit == "-"):
                    break;
                case "<" when target.Text is { Length: > 0 } path && !target.HasPattern:
                    _inputs.MaySpeak = true;
                    Read(path);
                    if (redirection.Descriptor is -1 or 0)
                        (_hasOwnInput, _inputIsText) = (true, false);
                    break;
                case ">" or ">>" or ">|" when target.Text is "/dev/null":
                    break;
                case ">" or ">>" or ">|" when target.Text is { } temporary && IsTemporary(temporary):
                    break;
                default:
                    throw Refuse("redirection " + redirection.Operator);
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
