using System.Globalization;

namespace Oot.Kconfig.Syntax;

/// <summary>The preprocessor's built-in functions.</summary>
internal sealed class PreprocessorFunctions(KconfigSession session, Func<(string File, int Line)> place)
{
    private const int LongestAnswer = 4095;

    /// <summary>The value of a call; null when there is no such function.</summary>
    internal string? Call(string name, string[] arguments)
    {
        switch (name)
        {
            case "shell":
                Count(name, arguments, 1);
                return Shell(arguments[0]);
            case "error-if":
                Count(name, arguments, 2);
                return arguments[0] == "y" ? throw Fail(arguments[1]) : "";
            case "warning-if":
                Count(name, arguments, 2);
                if (arguments[0] == "y")
                    Say(arguments[1]);
                return "";
            case "info":
                Count(name, arguments, 1);
                session.Print(arguments[0] + "\n");
                return "";
            case "filename":
                Count(name, arguments, 0);
                return place().File;
            case "lineno":
                Count(name, arguments, 0);
                return place().Line.ToString(CultureInfo.InvariantCulture);
            default:
                return null;
        }
    }

    /// <summary>Says a message with its place, and ends the run.</summary>
    internal KconfigStopException Fail(string message)
    {
        Say(message);
        return new KconfigStopException(1);
    }

    private void Say(string message)
    {
        (string file, int line) = place();
        session.PrintError(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message}\n"));
    }

    private void Count(string name, string[] arguments, int wanted)
    {
        if (arguments.Length != wanted)
            throw Fail($"too {(arguments.Length < wanted ? "few" : "many")} function arguments passed to '{name}'");
    }

    // What a command prints counts as one line, and no more of it than the program's buffer holds.
    private string Shell(string command)
    {
        string answer = session.Commands.Run(command);
        int end = answer.IndexOf('\0');
        if (answer.Length > LongestAnswer)
            answer = answer[..LongestAnswer];
        answer = answer.TrimEnd('\n').Replace('\n', ' ');
        return end < 0 || end >= answer.Length ? answer : answer[..end];
    }
}
