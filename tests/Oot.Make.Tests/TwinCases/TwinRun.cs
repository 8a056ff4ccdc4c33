using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Oot.Make.Tests.TwinCases;

/// <summary>One case run with one make in a directory of its own: what it prints, how it ends, what it leaves.</summary>
internal sealed partial class TwinRun
{
    /// <summary>How old files are that exist before the first run.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1000);

    /// <summary>Longer than a tick of the file system's clock.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TwinCase _case;
    private readonly string _root;
    private readonly string _work;
    private readonly Dictionary<string, string> _environment;
    private readonly DateTime _start = DateTime.UtcNow;
    private readonly StringBuilder _seen = new();
    private bool _ran;

    private TwinRun(TwinCase twinCase, string make, string root)
    {
        _case = twinCase;
        _root = root;
        _work = Path.Combine(root, "w");
        string tools = Path.Combine(root, "bin");
        Directory.CreateDirectory(_work);
        Directory.CreateDirectory(tools);
        Directory.CreateDirectory(Path.Combine(root, "home"));
        File.CreateSymbolicLink(Path.Combine(tools, "make"), make);
        _environment = new()
        {
            ["PATH"] = $"{tools}:/usr/bin:/bin",
            ["HOME"] = Path.Combine(root, "home"),
            ["LC_ALL"] = "C",
        };
    }

    /// <summary>Runs a case and takes its directory away again.</summary>
    /// <param name="twinCase">The case.</param>
    /// <param name="make">The program, as an absolute path; it is called as <c>make</c>.</param>
    /// <param name="root">A directory that does not exist; both twins' must be equally long.</param>
    /// <returns>The observation; <paramref name="root"/> prints as <c>@</c>.</returns>
    public static string Observe(TwinCase twinCase, string make, string root)
    {
        TwinRun run = new(twinCase, make, root);
        run.Place(twinCase.MakefileName, twinCase.Text, null);
        foreach (CaseStep step in twinCase.Steps)
            run.Take(step);
        string files = DirectoryListing.Of(run._work, twinCase.Text);
        string text = $"{run._seen}== files\n{files}".Replace(root, "@", StringComparison.Ordinal);
        Process.Start("/bin/sh", ["-c", "chmod -R u+rwX \"$0\"; rm -rf \"$0\"", root]).WaitForExit();
        return FifoNumber().Replace(FutureSeconds().Replace(text, "modification time N s in the future"), "GMfifoN");
    }

    private void Take(CaseStep step)
    {
        switch (step.Word)
        {
            case "run":
                Shell("run " + step.Rest, "make " + step.Rest);
                _ran = true;
                break;
            case "exec":
                Shell("exec " + step.Rest, step.Rest);
                break;
            case "file":
                Place(step.Rest, string.Concat(step.Lines.Select(line => line + "\n")), null);
                break;
            case "touch":
                Touch(step.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                break;
            case "mkdir":
                foreach (string name in step.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Directory.CreateDirectory(Path.Combine(_work, name));
                break;
            case "env":
                string[] pair = step.Rest.Split('=', 2);
                _environment[pair[0]] = pair.Length > 1 ? pair[1] : "";
                break;
        }
    }

    private void Touch(string[] words)
    {
        bool timed = words[^1].StartsWith('@');
        double? seconds = timed ? double.Parse(words[^1][1..], CultureInfo.InvariantCulture) : null;
        foreach (string name in timed ? words[..^1] : words)
            Place(name, null, seconds);
    }

    /// <summary>Writes a file, or only makes it exist when there is no content, and sets its time.</summary>
    private void Place(string name, string? content, double? seconds)
    {
        string path = Path.Combine(_work, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (_ran)
            Thread.Sleep(Pause);
        if (content is null)
            File.AppendAllText(path, "");
        else
            File.WriteAllText(path, content);
        DateTime time = seconds is double s ? _start.AddSeconds(s) : _ran ? DateTime.UtcNow : _start - Age;
        File.SetLastWriteTimeUtc(path, time);
    }

    private void Shell(string title, string command)
    {
        if (_ran)
            Thread.Sleep(Pause);
        ProcessStartInfo start = new("/usr/bin/env") { RedirectStandardOutput = true, WorkingDirectory = _work };
        // A job in the background would ignore SIGINT, and so would its children.
        foreach (string word in (string[])["--default-signal=INT,QUIT,PIPE", "/bin/sh", "-c",
            "umask 022; exec 2>&1 </dev/null; exec /bin/sh -c \"$0\"", command])
            start.ArgumentList.Add(word);
        start.StandardOutputEncoding = Encoding.UTF8;
        start.Environment.Clear();
        foreach ((string name, string value) in _environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> reading = process.StandardOutput.ReadToEndAsync();
        string end = "timeout";
        if (process.WaitForExit(Limit))
            end = process.ExitCode.ToString(CultureInfo.InvariantCulture);
        else
            process.Kill(entireProcessTree: true);
        string output = reading.Result;
        if (_case.Sorts)
            output = string.Join('\n', output.Split('\n').Order(StringComparer.Ordinal));
        _seen.Append($"== {title}\n{output}[exit {end}]\n");
    }

    [GeneratedRegex("modification time [-+.0-9e]+ s in the future")]
    private static partial Regex FutureSeconds();

    [GeneratedRegex("GMfifo[0-9]+")]
    private static partial Regex FifoNumber();
}
