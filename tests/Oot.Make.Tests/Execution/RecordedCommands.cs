using System.Text;
using Oot.Core;
using Oot.Make.Execution;
using Xunit;

namespace Oot.Make.Tests.Execution;

/// <summary>Lets GNU make and <see cref="CommandLine"/> make commands of the same lines, and tells where they differ.</summary>
internal sealed class RecordedCommands(CommandLineContext context, IReadOnlyList<string> lines)
{
    private static readonly Lazy<string> Recorder = new(() => Judge.Compile("spawn-recorder.c", "-shared", "-fPIC", "-ldl"));

    private readonly string _folder = Directory.CreateTempSubdirectory("oot-commands-").FullName;

    public void Compare()
    {
        string judge = Judge.Require();
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        var expected = new Dictionary<string, List<string>>();
        for (int i = 0; i < lines.Count; i++)
        {
            expected[$"t{i}"] = [.. Recipe(lines[i]).Select(Show)];
            IReadOnlyList<string>? words = CommandLine.Parse(lines[i], context, out bool isEmpty);
            Assert.Equal(words is null, isEmpty);
            expected[$"s{i}"] = words is not null && IsStartable(words[0]) ? [Show(words)] : [];
        }

        string log = Path.Combine(_folder, "log");
        File.WriteAllText(Path.Combine(_folder, "makefile"), Makefile(), Encoding.Latin1);
        ShellResult result = Judge.Run(
            [judge, "-k", "-s", "-C", _folder, "-f", "makefile"],
            [$"OOT_LOG={log}", $"LD_PRELOAD={Recorder.Value}", $"PATH={_folder}/bin", .. lines.Select((line, i) => $"L{i}={line.Replace("$", "$$")}")]);

        var actual = new Dictionary<string, List<string>>();
        foreach (string record in File.Exists(log) ? File.ReadAllText(log, Encoding.Latin1).Split('\x02')[..^1] : [])
        {
            string[] fields = record.Split('\x01')[..^1];
            if (!actual.TryGetValue(fields[0], out List<string>? commands))
                actual[fields[0]] = commands = [];
            commands.Add(Show(fields[1..]));
        }
        string differences = string.Join("\n", expected
            .Where(e => !e.Value.SequenceEqual(actual.GetValueOrDefault(e.Key, [])))
            .Select(e => $"{e.Key} {Show([lines[int.Parse(e.Key.AsSpan(1))]])}\n  make: {string.Join(" then ", actual.GetValueOrDefault(e.Key, []))}\n  oot:  {string.Join(" then ", e.Value)}"));
        Assert.True(differences == "", $"{context}\n{differences}\n{result.Output[..Math.Min(2000, result.Output.Length)]}");
        if (!context.OneShell || IsStartable(context.Shell))
            Assert.Contains(expected.Values, commands => commands.Count > 0);
        Directory.Delete(_folder, recursive: true);
    }

    private string Makefile()
    {
        var text = new StringBuilder();
        text.Append($"SHELL = {context.Shell}\n.SHELLFLAGS = {context.ShellFlags}\nempty :=\n");
        if (context.Ifs is not null)
            text.Append($"IFS := $(empty){context.Ifs}$(empty)\n");
        if (context.OneShell)
            text.Append(".ONESHELL:\n");
        text.Append("all:").AppendJoin("", lines.Select((_, i) => $" t{i}")).Append("\nexport OOT_CASE\n");
        for (int i = 0; i < lines.Count; i++)
            text.Append($"t{i}: export OOT_CASE := t{i}\nt{i}:\n\t$(L{i})\nOOT_CASE := s{i}\nX := $(shell $(L{i}))\n");
        return text.ToString();
    }

    /// <summary>What make does around the parsing (job.c, start_job_command), until a command cannot be started.</summary>
    private IEnumerable<IReadOnlyList<string>> Recipe(string text)
    {
        for (int at = 0; at >= 0;)
        {
            while (at < text.Length && text[at] is '@' or '+' or '-' or ' ' or '\t')
                at++;
            text = CommandLine.DropContinuationPrefixes(text[at..], context.RecipePrefix);
            IReadOnlyList<string>? words = CommandLine.Parse(text, context, out _, out int rest);
            at = rest < 0 ? -1 : rest + 1;
            if (words is null || CommandLine.DoesNothing(words))
                continue;
            if (!IsStartable(words[0]))
                yield break;
            yield return words;
        }
    }

    /// <summary>Makes a program of that name, if a file can have it, so that make gets as far as starting it.</summary>
    private bool IsStartable(string program)
    {
        if (program.StartsWith('/'))
            return File.Exists(program);
        string path = Path.Combine(_folder, program.Contains('/') ? "" : "bin", program);
        if (program is "" or "." or ".." || program.EndsWith('/') || program.Length > 200 || program.Any(c => c > 127) || Directory.Exists(path))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
            return true;
        File.WriteAllText(path, "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0x1ED);
        return true;
    }

    private static string Show(IEnumerable<string> words) =>
        "[" + string.Join("|", words).Replace("\n", "<nl>").Replace("\t", "<tab>") + "]";
}
