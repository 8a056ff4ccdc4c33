using Oot.Core;

namespace Oot.Deploy.Indexing;

/// <summary>Which module needs which, from the symbols of all (kmod, tools/depmod.c).</summary>
internal sealed class DependencyGraph(DepmodRequest request, IReadOnlyList<IndexedFile> files, LinkFacts[] facts, SymbolTable symbols, IndexMessages messages)
{
    private readonly int[][] needs = new int[files.Count][];
    private readonly int[] users = new int[files.Count];
    private readonly int[] ranks = new int[files.Count];

    /// <summary>The modules that a module needs itself, each once, in the order in which it names them.</summary>
    internal IReadOnlyList<int> NeedsOf(int module) => needs[module];

    /// <summary>Fills the table of symbols and finds who needs whom; false, after messages, where modules need one another in a circle.</summary>
    internal bool Build()
    {
        for (int i = 0; i < files.Count; i++)
            AddExports(i);
        var seen = new int[files.Count];
        Array.Fill(seen, -1);
        var found = new List<int>();
        for (int i = 0; i < files.Count; i++)
        {
            found.Clear();
            AddNeeds(i, seen, found);
            needs[i] = [.. found];
        }
        return Rank();
    }

    /// <summary>
    /// All that a module needs, directly or not, those first that have to be loaded last.
    /// </summary>
    /// <param name="marks">As many as there are modules, all zero; so again afterwards.</param>
    internal void Closure(int module, bool[] marks, List<int> result)
    {
        result.Clear();
        foreach (int need in needs[module])
            Mark(need, marks, result);
        for (int i = 0; i < result.Count; i++)
        {
            foreach (int need in needs[result[i]])
                Mark(need, marks, result);
        }
        foreach (int need in result)
            marks[need] = false;
        result.Sort((a, b) => ranks[a].CompareTo(ranks[b]));
    }

    private static void Mark(int module, bool[] marks, List<int> result)
    {
        if (marks[module])
            return;
        marks[module] = true;
        result.Add(module);
    }

    private void AddExports(int module)
    {
        LinkFacts own = facts[module];
        if (own.Errno is not (0 or Errno.NoData))
            messages.Say(MessageLevel.Error, $"failed to load symbols from {files[module].Path}: {Errno.Message(own.Errno)}");
        for (int at = own.Exports; own.NextExport(ref at, out int name, out int length, out ulong crc);)
        {
            int skip = length > 0 && request.SymbolPrefix != '\0' && own.Buffer[name] == request.SymbolPrefix ? 1 : 0;
            symbols.Add(own.Buffer, name + skip, length - skip, crc, module);
        }
    }

    private void AddNeeds(int module, int[] seen, List<int> found)
    {
        LinkFacts own = facts[module];
        for (int at = own.Imports; own.NextImport(ref at, out int start, out int length, out ulong crc, out bool weak);)
        {
            ReadOnlySpan<byte> name = own.Buffer.AsSpan(start, length), sought = name;
            // PowerPC: .foo is foo's code.
            if (!sought.IsEmpty && sought[0] == '.')
                sought = sought[1..];
            if (request.SymbolPrefix != '\0' && !sought.IsEmpty && sought[0] == request.SymbolPrefix)
                sought = sought[1..];
            int symbol = symbols.Find(sought);
            if (symbol < 0)
            {
                if (request.ReportsUnknown && !weak)
                    messages.Say(MessageLevel.Warning, $"{files[module].Path} needs unknown symbol {ByteText.FromBytes(name)}");
                continue;
            }
            if (request.ReportsUnknown && request.SymbolVersions is not null && !weak && symbols.CrcOf(symbol) != crc)
                messages.Say(MessageLevel.Warning, $"{files[module].Path} disagrees about version of symbol {ByteText.FromBytes(name)}");
            Need(module, symbols.OwnerOf(symbol), symbol, seen, found);
        }
    }

    private void Need(int module, int owner, int symbol, int[] seen, List<int> found)
    {
        if (owner == SymbolTable.Kernel || seen[owner] == module)
            return;
        seen[owner] = module;
        found.Add(owner);
        users[owner]++;
        if (messages.Shows)
            messages.Show($"{files[module].Path} needs \"{ByteText.FromBytes(symbols.NameOf(symbol))}\": {files[owner].Path}");
    }

    // Modules without users first; of those that are ready the one that became so last.
    private bool Rank()
    {
        int[] left = [.. users];
        var ready = new Stack<int>();
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] == 0)
                ready.Push(i);
        }
        int rank = 0;
        while (ready.TryPop(out int module))
        {
            ranks[module] = rank++;
            foreach (int need in needs[module])
            {
                if (--left[need] == 0)
                    ready.Push(need);
            }
        }
        if (rank == left.Length)
            return true;
        new CycleReport(files, needs, messages).Say(left);
        return false;
    }
}
