using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Modules;
using Oot.Kernel.Modules.Indexes;

namespace Oot.Modinfo;

/// <summary>
/// kmod's <c>modinfo</c>: its command line, output and exit codes. Called by that name, oot is this program; <c>oot modinfo</c> has two options more. Many modules are read by all processors,
/// and come out in the order in which they were named.
/// </summary>
/// <param name="called">How it was called: what opens getopt's messages, and without its directory all others.</param>
internal sealed class ModinfoProgram(IDisk disk, IProgramRunner programs, IReadOnlyList<string> environment, string called)
{
    private const int Failure = 1, WordsOfABatch = 64;

    private readonly string name = called[(called.LastIndexOf('/') + 1)..];

    // Set once the options are read; every module is described by them.
    private ModinfoOptions options = new();
    private string directory = "";

    /// <param name="own">oot's own options count as well.</param>
    internal int Run(IReadOnlyList<string> arguments, bool own)
    {
        var reader = new GetoptReader(called, own ? [.. ModinfoOptions.Table, ("kmod-compat", ModinfoOptions.CompatibilityLetter, true), ("json", ModinfoOptions.JsonLetter, false)] : ModinfoOptions.Table);
        string? wrong = reader.Read(arguments);
        options = ModinfoOptions.Of(reader.Options);
        if (options.Only == 'h')
            return Say(1, ModinfoHelp.Text(name, own));
        if (options.Only == 'V')
            return Say(1, ModinfoHelp.Version(options.Compatibility > 0 ? options.Compatibility : InstalledLevel()));
        if (wrong is not null)
            return Fail(wrong + "\n");
        if (options.Compatibility is not (0 or 30 or 34))
            return Fail($"{name}: --kmod-compat: 30 or 34\n");
        if (reader.Words.Count == 0)
            return Fail($"{name}: ERROR: missing module or filename.\n");
        directory = Directory();
        return options.Json ? new ModinfoReports(disk, Resolve).Print(reader.Words) : Print(reader.Words);
    }

    private int Print(List<string> words)
    {
        bool failed = false;
        for (int start = 0; start < words.Count; start += WordsOfABatch)
        {
            var answers = new Answer[Math.Min(WordsOfABatch, words.Count - start)];
            int first = start;
            ParallelWork.Run(answers.Length, () => (Content: new FileContent(disk), Indexes: new ModuleIndexes(disk, directory)), (i, own) => answers[i] = Describe(words[first + i], own.Content, own.Indexes));
            foreach (Answer answer in answers)
            {
                failed |= answer.Failed;
                if (answer.Output.Length > 0 && Disk.WriteAll(1, ByteText.ToBytes(answer.Output)) != 0)
                    return Failure;
                foreach (string error in answer.Errors)
                    _ = Say(2, $"{name}: ERROR: {error}\n");
            }
        }
        return failed ? Failure : 0;
    }

    private Answer Describe(string word, FileContent content, ModuleIndexes indexes)
    {
        var text = new ModinfoText(options);
        bool failed = false;
        IReadOnlyList<FoundModule> modules = Resolve(word, indexes, out string? missing);
        if (missing is not null)
            return new Answer("", [missing], true);
        foreach (FoundModule module in modules)
            failed |= !Describe(module, text, content, indexes);
        return new Answer(text.Output, text.Errors, failed);
    }

    /// <summary>The modules that a word means; a message where it means none.</summary>
    private IReadOnlyList<FoundModule> Resolve(string word, ModuleIndexes indexes, out string? missing)
    {
        missing = null;
        if (!options.NamesOnly && IsModuleFile(word))
            return [new FoundModule(ModuleIndexes.ModuleNameOfFile(word), Absolute(word), false)];
        IReadOnlyList<FoundModule>? found = options.NamesOnly ? indexes.OfName(word) : indexes.OfAlias(word);
        if (found is { Count: > 0 })
            return options.NamesOnly ? [found[0]] : found;
        missing = options.NamesOnly ? $"Module name {word} not found." : found is null ? $"Module alias {word} not found." : $"Module {word} not found.";
        return [];
    }

    private IReadOnlyList<FoundModule> Resolve(string word, out string? missing) => Resolve(word, new ModuleIndexes(disk, directory), out missing);

    private bool Describe(FoundModule module, ModinfoText text, FileContent content, ModuleIndexes indexes)
    {
        if (!text.Begin(module.Name, module.Path))
            return true;
        var entries = new List<KeyValuePair<string, string>>();
        if (module.IsBuiltIn || module.Path is null)
        {
            // A kernel without a list of its built-in modules' strings is an old one, and no error.
            KmodInformation.Read(module.IsBuiltIn ? indexes.BuiltInInformation(module.Name) ?? [] : [], entries);
            text.Add(entries);
            return true;
        }
        Expansion expansion = content.Read(module.Path, ModuleReading.LargestModule, out int errno);
        if (errno == 0 && expansion.Status != ExpansionStatus.Done)
            errno = Errno.InvalidArgument;
        if (errno == 0)
            errno = KmodInformation.Read(content.Bytes, content.Length, entries);
        if (errno != 0)
        {
            bool special = expansion.Status is ExpansionStatus.LibraryMissing or ExpansionStatus.TooLarge;
            text.Fail($"could not get modinfo from '{module.Name}': {(special ? ModuleReading.Reason(expansion) : Errno.Message(errno))}");
            return false;
        }
        text.Add(entries);
        return true;
    }

    private bool IsModuleFile(string word) =>
        disk.Stat(word, out FileStatus status) == 0 && status.IsRegular
        && (word.EndsWith(".ko", StringComparison.Ordinal) || word.EndsWith(".ko.xz", StringComparison.Ordinal) || word.EndsWith(".ko.zst", StringComparison.Ordinal) || word.EndsWith(".ko.gz", StringComparison.Ordinal));

    // As kmod: only put behind the working directory, never made shorter.
    private static string Absolute(string path) => path.StartsWith('/') ? path : $"{ProcessContext.WorkingDirectory()}/{path}";

    private string Directory()
    {
        string release = options.Release ?? (disk.Read("/proc/sys/kernel/osrelease", out string text) == 0 ? text.Trim() : "");
        return Absolute($"{options.Root ?? ""}/lib/modules/{release}");
    }

    private int InstalledLevel() => InstalledKmod.Version(disk, programs, environment) is > 0 and < 34 ? 30 : 34;

    private static int Say(int descriptor, string text) => Disk.WriteAll(descriptor, ByteText.ToBytes(text)) == 0 ? 0 : Failure;

    private static int Fail(string text)
    {
        _ = Say(2, text);
        return Failure;
    }

    private readonly record struct Answer(string Output, IReadOnlyList<string> Errors, bool Failed);
}
