namespace Oot.Core;

/// <summary>Reading and changing <c>NAME=VALUE</c> lists without losing their order or their odd entries.</summary>
public static class ProcessEnvironment
{
    /// <summary>The value of a variable; null when it is not set. The first of two entries counts, as in the C library.</summary>
    public static string? Value(IReadOnlyList<string> environment, string name)
    {
        foreach (string entry in NotedEnvironment.Ask(environment, name))
        {
            if (entry.Length > name.Length && entry[name.Length] == '=' && entry.StartsWith(name, StringComparison.Ordinal))
                return entry[(name.Length + 1)..];
        }
        return null;
    }

    /// <summary>The same environment with a variable set (in its old place, or at the end).</summary>
    public static IReadOnlyList<string> With(IReadOnlyList<string> environment, string name, string value)
    {
        string entry = name + "=" + value;
        bool replaced = false;
        var result = new List<string>(environment.Count + 1);
        foreach (string old in NotedEnvironment.PlainOf(environment))
        {
            if (!old.StartsWith(name + "=", StringComparison.Ordinal))
                result.Add(old);
            else if (!replaced)
            {
                result.Add(entry);
                replaced = true;
            }
        }
        if (!replaced)
            result.Add(entry);
        return NotedEnvironment.Like(environment, result);
    }

    /// <summary>The same environment without a variable.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> environment, string name) =>
        NotedEnvironment.Like(environment, [.. NotedEnvironment.PlainOf(environment).Where(entry => !entry.StartsWith(name + "=", StringComparison.Ordinal))]);

    /// <summary>The path of a program: itself when it has a slash, else the first executable of that name on <c>PATH</c>; null when there is none.</summary>
    public static string? FindProgram(IDisk disk, IReadOnlyList<string> environment, string program)
    {
        if (program.Length == 0)
            return null;
        if (program.Contains('/'))
            return IsProgram(disk, program) ? program : null;
        foreach (string directory in (Value(environment, "PATH") ?? "/usr/bin:/bin").Split(':'))
        {
            string path = directory.Length == 0 ? "./" + program : directory.TrimEnd('/') + "/" + program;
            if (IsProgram(disk, path))
                return path;
        }
        return null;
    }

    private static bool IsProgram(IDisk disk, string path) =>
        disk.Stat(path, out FileStatus status) == 0 && status.IsRegular && status.IsExecutable;
}
