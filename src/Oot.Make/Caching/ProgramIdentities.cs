using System.Text;
using Oot.Core;
using Oot.Make.Execution;

namespace Oot.Make.Caching;

/// <summary>
/// Which files a program consists of: itself, its libraries (as its own loader finds them) and, for a compiler, the programs and files that its driver says it would use,
/// the places where one could be put in front of them included. Asked once, remembered under the identity of all those files.
/// </summary>
internal sealed class ProgramIdentities(CacheDirectory cache, FileAnswers answers, IReadOnlyList<string> environment)
{
    private const string Kind = "programs";

    private readonly Dictionary<string, List<FileQuestion>?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>A text that is the same as long as the program is; null when that cannot be told (not an ELF file, an unknown compiler).</summary>
    public string? TextOf(string program)
    {
        if (_texts.TryGetValue(program, out string? text))
            return text;
        if (FilesOf(program) is not { } files)
            return null;
        return _texts[program] = TextOf(files, answers.Of);
    }

    /// <summary>The answers to a list of questions as one text.</summary>
    public static string TextOf(List<FileQuestion> files, Func<FileQuestion, FileAnswer> answer)
    {
        ulong one = 1, two = 2;
        foreach (FileQuestion file in files)
        {
            FileAnswer now = answer(file);
            one = (((((one ^ now.Place) * 0x9E3779B97F4A7C15) ^ (ulong)now.ModifiedNs) * 0xC2B2AE3D27D4EB4F) ^ (ulong)now.ChangedNs) * 0x165667B19E3779F9;
            one ^= one >> 29;
            two = (((((two ^ (ulong)now.ChangedNs) * 0x27D4EB2F165667C5) ^ now.Place) * 0x85EBCA77C2B2AE63) ^ (ulong)now.ModifiedNs) * 0x9FB21C651E98DF25;
            two ^= two >> 31;
        }
        return $"{files.Count:x}.{one:x}.{two:x}";
    }

    /// <summary>Something has run: programs may be others now.</summary>
    public void Forget() => _texts.Clear();

    /// <summary>The files of a program; null when they cannot be told.</summary>
    public List<FileQuestion>? FilesOf(string program)
    {
        if (_known.TryGetValue(program, out List<FileQuestion>? files))
            return files;
        return _known[program] = Remembered(program) ?? Ask(program);
    }

    private string KeyOf(string program)
    {
        var key = new StringBuilder("1\n").Append(program).Append('\n');
        foreach (string name in EnvironmentVariables.ThatProgramsRead(environment).Order(StringComparer.Ordinal))
            key.Append(name).Append('=').Append(ProcessEnvironment.Value(environment, name)).Append('\n');
        return key.ToString();
    }

    private List<FileQuestion>? Remembered(string program)
    {
        if (cache.Find(Kind, KeyOf(program)) is not { } reader)
            return null;
        string text = reader.Text();
        var files = new List<FileQuestion>();
        int count = reader.Count();
        for (int i = 0; i < count; i++)
            files.Add(new FileQuestion(reader.Text(), FileQuestionKind.Identity));
        return !reader.IsBroken && files.Count > 0 && TextOf(files, answers.Of) == text ? files : null;
    }

    private List<FileQuestion>? Ask(string program)
    {
        var files = new List<FileQuestion>();
        bool isCompiler = PureProgramTable.Find(program[(program.LastIndexOf('/') + 1)..])?.Kind == PureProgramKind.Compiler;
        if (!AddBinary(program, files) || (isCompiler && !AddCompiler(program, files)))
            return null;
        foreach (string shared in (ReadOnlySpan<string>)["/etc/ld.so.cache", "/etc/ld.so.preload", "/usr/lib/locale/locale-archive"])
            Add(shared, files);
        string text = TextOf(files, FileAnswers.Ask);
        var writer = new CacheWriter().Text(KeyOf(program)).Text(text).Number(files.Count);
        foreach (FileQuestion file in files)
            writer.Text(file.Path);
        cache.Store(Kind, KeyOf(program), writer);
        return files;
    }

    private static void Add(string path, List<FileQuestion> files)
    {
        var question = new FileQuestion(path, FileQuestionKind.Identity);
        if (!files.Contains(question))
            files.Add(question);
    }

    /// <summary>The program and what its loader loads for it; false for what is not a program of this machine.</summary>
    private bool AddBinary(string program, List<FileQuestion> files)
    {
        Add(program, files);
        if (!ProgramHeader.TryReadLoader(program, out string? loader))
            return false;
        if (loader is null)
            return true;
        Add(loader, files);
        ShellResult result = Run([loader, "--list", program], out _);
        if (result.ExitCode != 0 || result.SpawnErrno != 0)
            return false;
        foreach (string line in result.Output.Split('\n'))
        {
            int start = line.IndexOf('/'), end = line.IndexOf(" (", StringComparison.Ordinal);
            if (start >= 0 && end > start)
                Add(line[start..end], files);
        }
        return true;
    }

    /// <summary>What GCC's driver would run and read, from its own account; false when it gives none.</summary>
    private bool AddCompiler(string program, List<FileQuestion> files)
    {
        ShellResult result = Run([program, "-E", "-v", "-x", "c", "/dev/null"], out string report);
        if (result.ExitCode != 0 || result.SpawnErrno != 0 || !report.Contains("\ngcc version ", StringComparison.Ordinal))
            return false;
        var places = new List<string>();
        bool inIncludes = false;
        foreach (string line in report.Split('\n'))
        {
            if (line.StartsWith("COMPILER_PATH=", StringComparison.Ordinal))
                places.AddRange(line["COMPILER_PATH=".Length..].Split(':', StringSplitOptions.RemoveEmptyEntries));
            if (line.StartsWith("Reading specs from ", StringComparison.Ordinal))
                Add(line["Reading specs from ".Length..], files);
            if (line.EndsWith("search starts here:", StringComparison.Ordinal))
                inIncludes = true;
            else if (line.StartsWith("End of search list", StringComparison.Ordinal))
                inIncludes = false;
            else if (inIncludes && line.StartsWith(" /", StringComparison.Ordinal))
                Add(line.Trim() + "/stdc-predef.h", files);
        }
        if (places.Count == 0)
            return false;
        foreach (string name in (ReadOnlySpan<string>)["cc1", "as", "ld", "collect2", "specs", "liblto_plugin.so", "lto-wrapper"])
            AddTool(name, places, files);
        return true;
    }

    private void AddTool(string name, List<string> places, List<FileQuestion> files)
    {
        IEnumerable<string> searched = name is "as" or "ld"
            ? places.Concat((ProcessEnvironment.Value(environment, "PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            : places;
        foreach (string place in searched)
        {
            string path = place.TrimEnd('/') + "/" + name;
            Add(path, files);
            if (answers.Of(new FileQuestion(path, FileQuestionKind.Identity)).Place == 0)
                continue;
            if (name is "cc1" or "as" or "ld" or "collect2")
                AddBinary(path, files);
            return;
        }
    }

    private ShellResult Run(IReadOnlyList<string> words, out string errors)
    {
        int held = NativeFiles.OpenMemory();
        IReadOnlyList<string> plain = ProcessEnvironment.With(environment, "LC_ALL", "C");
        ShellResult result = ShellCapture.Run(words, plain, null, held);
        errors = held < 0 ? "" : ByteText.FromBytes(NativeFiles.Contents(held));
        if (held >= 0)
            NativeFiles.Close(held);
        return result;
    }
}
