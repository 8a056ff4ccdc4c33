using System.Buffers.Binary;
using Oot.Core;
using Oot.Make.Symbolic;

namespace Oot.Kernel.Provenance;

/// <summary>Writes a map as an index (<see cref="IndexFormat"/>). The same map gives the same bytes.</summary>
internal sealed class IndexWriter
{
    private readonly List<uint>[] sections;
    private readonly Dictionary<string, uint> strings = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly Dictionary<string, uint> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<Condition, uint> conditions = [];
    private readonly List<uint[]> conditionLists = [];
    private readonly Dictionary<string, uint> placements = new(StringComparer.Ordinal);
    private readonly List<uint[]> placementLists = [];

    private IndexWriter()
    {
        sections = new List<uint>[IndexFormat.SectionCount];
        for (int i = 0; i < sections.Length; i++)
            sections[i] = [];
    }

    /// <summary>The bytes of a map's index.</summary>
    public static byte[] Write(ProvenanceMap map)
    {
        var writer = new IndexWriter();
        writer.Add(map);
        return writer.Bytes();
    }

    private void Add(ProvenanceMap map)
    {
        String(map.Version);
        foreach (string architecture in map.Architectures)
            sections[IndexFormat.Architectures].Add(String(architecture));
        uint origins = 0;
        foreach ((string symbol, List<SymbolOrigin> all) in map.Symbols)
        {
            sections[IndexFormat.Symbols].AddRange([String(symbol), origins]);
            foreach (SymbolOrigin origin in all)
                sections[IndexFormat.Origins].AddRange(
                    [String(origin.File), (uint)origin.Line, origin.IsGpl ? 1u : 0u, String(origin.Namespace), ConditionOf(origin.When), PlacementsOf(origin.Placements)]);
            origins += (uint)all.Count;
        }
        sections[IndexFormat.Symbols].AddRange([0, origins]);
        AddLists(IndexFormat.Conditions, conditionLists);
        AddLists(IndexFormat.Placements, placementLists);
    }

    private void AddLists(int section, List<uint[]> lists)
    {
        uint at = (uint)lists.Count + 1;
        foreach (uint[] list in lists)
        {
            sections[section].Add(at);
            at += (uint)list.Length;
        }
        sections[section].Add(at);
        foreach (uint[] list in lists)
            sections[section].AddRange(list);
    }

    private byte[] Bytes()
    {
        byte[] text = ByteText.ToBytes(string.Concat(texts));
        uint place = 0;
        foreach (string one in texts)
        {
            sections[IndexFormat.Strings].Add(place);
            place += (uint)one.Length;
        }
        sections[IndexFormat.Strings].Add(place);
        int textWords = (text.Length + 3) / 4;
        int words = 3 + IndexFormat.SectionCount + textWords + sections.Sum(section => section.Count);
        byte[] bytes = new byte[words * 4];
        IndexFormat.Magic.CopyTo(bytes);
        int at = 8;
        void Put(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
            at += 4;
        }
        Put(IndexFormat.SectionCount);
        for (int i = 0; i < sections.Length; i++)
            Put((uint)(i == IndexFormat.Text ? textWords : sections[i].Count));
        for (int i = 0; i < sections.Length; i++)
        {
            if (i == IndexFormat.Text)
            {
                text.CopyTo(bytes, at);
                at += textWords * 4;
            }
            foreach (uint word in sections[i])
                Put(word);
        }
        return bytes;
    }

    private uint String(string text)
    {
        if (strings.TryGetValue(text, out uint id))
            return id;
        strings[text] = id = (uint)texts.Count;
        texts.Add(text);
        return id;
    }

    private uint Variable(FreeVariable variable)
    {
        if (variables.TryGetValue(variable.Name, out uint id))
            return id;
        variables[variable.Name] = id = (uint)variables.Count;
        VariableKind kind = variable.Name == ConfigurationVariables.Architecture ? VariableKind.Architecture
            : variable.Values.Length == ConfigurationVariables.OptionValues.Length ? VariableKind.Option : VariableKind.Question;
        sections[IndexFormat.Variables].AddRange([String(variable.Name), (uint)kind]);
        return id;
    }

    private uint ConditionOf(Condition condition)
    {
        if (conditions.TryGetValue(condition, out uint id))
            return id;
        var list = new List<uint> { (uint)condition.Cases.Count };
        foreach (IReadOnlyList<ValueTest> tests in condition.Cases)
        {
            list.Add((uint)tests.Count);
            foreach (ValueTest test in tests)
                list.AddRange([Variable(test.Variable), test.Mask]);
        }
        conditions[condition] = id = (uint)conditionLists.Count;
        conditionLists.Add([.. list]);
        return id;
    }

    private uint PlacementsOf(IReadOnlyList<Placement> all)
    {
        var list = new List<uint>();
        foreach (Placement placement in all)
            list.AddRange([String(placement.Module), ConditionOf(placement.When)]);
        string key = string.Join(' ', list);
        if (placements.TryGetValue(key, out uint id))
            return id;
        placements[key] = id = (uint)placementLists.Count;
        placementLists.Add([.. list]);
        return id;
    }
}
