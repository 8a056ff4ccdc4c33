using System.Diagnostics;
using Xunit;

namespace Oot.Modpost.Tests;

/// <summary>
/// A file of <c>tests/cases/modpost</c>: settings, one a line (<c>args:</c>, <c>kernels:</c>, <c>kind:</c>, <c>flags:</c>, <c>compiler:</c>, <c>before:</c>, <c>run:</c>, <c>input:</c>, <c>judge: may crash</c>), then files, each after a line
/// <c>=== NAME</c>. C and assembler files are compiled; what is not given is made: <c>X.mod</c>, <c>.X.o.cmd</c>, <c>modules.order</c> and <c>k.symvers</c>.
/// </summary>
internal sealed class ModpostCase
{
    private const string KernelSymbols =
        "0x11111111\tmodule_layout\tvmlinux\tEXPORT_SYMBOL\t\n0x22222222\tkfree\tvmlinux\tEXPORT_SYMBOL\t\n0x00333333\tgpl_only\tvmlinux\tEXPORT_SYMBOL_GPL\t\n"
        + "0x44444444\tin_namespace\tvmlinux\tEXPORT_SYMBOL\tSPACE\n0x55555555\tfor_modules\tdrivers/base/base\tEXPORT_SYMBOL_GPL\tmodule:a,wanted*\n"
        + "0x00000000\tof_other\tdrivers/base/other\tEXPORT_SYMBOL\t\n";

    private readonly List<(string Name, string Content)> files = [];
    private readonly List<string> before = [], commands = [];
    private string flags = "", compiler = "gcc";

    public ModpostCase(string file)
    {
        string? name = null;
        var content = new System.Text.StringBuilder();
        foreach (string line in File.ReadAllText(file, System.Text.Encoding.Latin1).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                AddFile(name, content);
                name = line[4..];
            }
            else if (name is not null)
            {
                content.Append(line).Append('\n');
            }
            else
            {
                Set(line);
            }
        }
        AddFile(name, content);
    }

    public string Arguments { get; private set; } = "@M@ @m@ -o Module.symvers -e -i k.symvers -T modules.order";

    public string[] Kernels { get; private set; } = ["5.10", "6.1", "6.12", "7.x"];

    /// <summary>Which of Debian's four programs is the judge.</summary>
    public string Kind { get; private set; } = "lsb-64";

    /// <summary>The standard input.</summary>
    public string Input { get; private set; } = "";

    /// <summary>Whether a crash of the real program is known, so that oot need only end.</summary>
    public bool MayCrash { get; private set; }

    private void AddFile(string? name, System.Text.StringBuilder content)
    {
        if (name is not null)
            files.Add((name, content.ToString()));
        content.Clear();
    }

    private void Set(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (line.StartsWith('#') || colon < 0)
            return;
        string value = line[(colon + 2)..];
        switch (line[..colon])
        {
            case "args": Arguments = value; break;
            case "kernels": Kernels = value.Split(' '); break;
            case "kind": Kind = value; break;
            case "flags": flags = value; break;
            case "compiler": compiler = value; break;
            case "judge": MayCrash = value == "may crash"; break;
            case "before": before.Add(value); break;
            case "run": commands.Add(value); break;
            case "input": Input = value + "\n"; break;
            default: throw new InvalidDataException($"unknown setting: {line}");
        }
    }

    /// <summary>The arguments for a kernel: <c>@M@</c> and <c>@m@</c> stand for what its makefile passes with modules and with versions.</summary>
    public string[] ArgumentsFor(string kernel) =>
        Arguments.Replace("@M@", kernel is "5.10" or "6.1" ? "" : "-M").Replace("@m@", kernel == "7.x" ? "-m -b" : "-m").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Makes the inputs.</summary>
    public void Build(string directory)
    {
        Directory.CreateDirectory(directory);
        foreach ((string name, string content) in files)
        {
            string path = Path.Combine(directory, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content, System.Text.Encoding.Latin1);
        }
        foreach (string command in before)
            Shell(directory, command.Replace("@CASES@", Cache.Cases));
        var objects = new List<string>();
        foreach ((string name, _) in files)
        {
            if (!name.EndsWith(".c", StringComparison.Ordinal) && !name.EndsWith(".S", StringComparison.Ordinal))
                continue;
            string stem = name[..^2];
            objects.Add(stem + ".o");
            Shell(directory, $"{compiler} -c -O1 -fno-pic -ffreestanding -fno-asynchronous-unwind-tables -fno-stack-protector {flags} -I {Cache.Cases} {name} -o {stem}.o");
            WriteNew(directory, stem + ".mod", stem + ".o\n");
            string commandFile = Path.Combine(Path.GetDirectoryName(stem) ?? "", $".{Path.GetFileName(stem)}.o.cmd");
            WriteNew(directory, commandFile, $"savedcmd_{stem}.o := gcc\n\nsource_{stem}.o := {name}\n\ndeps_{stem}.o := \\\n  {name} \\\n");
        }
        WriteNew(directory, "modules.order", string.Concat(objects.Select(file => file + "\n")));
        WriteNew(directory, "k.symvers", KernelSymbols);
        foreach (string command in commands)
            Shell(directory, command.Replace("@CASES@", Cache.Cases));
    }

    private void WriteNew(string directory, string name, string content)
    {
        if (!files.Exists(file => file.Name == name))
            File.WriteAllText(Path.Combine(directory, name), content);
    }

    private static void Shell(string directory, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = directory, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command}\n{error}");
    }
}
