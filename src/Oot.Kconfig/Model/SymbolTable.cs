using System.Text;

namespace Oot.Kconfig.Model;

/// <summary>
/// All symbols of a tree, found by name. The three constants come first. <see cref="InProgramOrder"/> is the order of conf's own hash table, which decides the order of lines in
/// <c>auto.conf</c> (kernel 6.12, scripts/kconfig/symbol.c, scripts/include/hash.h).
/// </summary>
public sealed class SymbolTable
{
    /// <summary>The id of <c>n</c>.</summary>
    public const int No = 0;

    /// <summary>The id of <c>m</c>.</summary>
    public const int Module = 1;

    /// <summary>The id of <c>y</c>.</summary>
    public const int Yes = 2;

    private readonly int _programBuckets;
    private Symbol[] _symbols = new Symbol[1 << 15];
    private uint[] _hashes = new uint[1 << 15];
    private int[] _next = new int[1 << 15];
    private int[] _buckets = new int[1 << 15];
    private int _count;
    private Symbol[]? _ordered;

    /// <param name="programBuckets">How many buckets conf's table has.</param>
    internal SymbolTable(int programBuckets)
    {
        _programBuckets = programBuckets;
        foreach (string name in (ReadOnlySpan<string>)["n", "m", "y"])
            Append(name, 0, isConstant: true).Type = SymbolType.Tristate;
    }

    /// <summary>How many there are.</summary>
    public int Count => _count;

    /// <summary>A symbol by its id.</summary>
    public Symbol this[int id] => _symbols[id];

    /// <summary>Every symbol by id.</summary>
    public ReadOnlySpan<Symbol> All => _symbols.AsSpan(0, _count);

    /// <summary>The option of a name; null when nothing has that name.</summary>
    public Symbol? Find(ReadOnlySpan<byte> name) => Constant(name) ?? Find(name, HashOf(name), isConstant: false);

    /// <summary>The option of a name; null when nothing has that name.</summary>
    public Symbol? Find(string name) => Find(Encoding.Latin1.GetBytes(name));

    /// <summary>The symbol of a name, made where there is none; a quoted name is a constant, and another symbol.</summary>
    internal Symbol Lookup(ReadOnlySpan<byte> name, bool isConstant)
    {
        if (Constant(name) is { } constant)
            return constant;
        uint hash = HashOf(name);
        if (Find(name, hash, isConstant) is { } found)
            return found;
        return Append(Encoding.Latin1.GetString(name), hash, isConstant);
    }

    /// <summary>A choice without a name.</summary>
    internal Symbol AddNameless() => Append(null, 0, isConstant: false);

    /// <summary>Up to 6.10: a choice with a name, which is another symbol than an option of that name.</summary>
    internal Symbol LookupChoice(ReadOnlySpan<byte> name)
    {
        uint hash = HashOf(name);
        for (int i = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; i >= 0; i = _next[i] - 1)
        {
            if (_hashes[i] == hash && _symbols[i] is { IsChoice: true, Name: { } known } && Matches(known, name))
                return _symbols[i];
        }
        return Append(Encoding.Latin1.GetString(name), hash, isConstant: false);
    }

    /// <summary>Every symbol but the three constants in the order of conf's hash table: by bucket, the newest first.</summary>
    internal ReadOnlySpan<Symbol> InProgramOrder => _ordered ??= Order();

    private Symbol[] Order()
    {
        int[] starts = new int[_programBuckets + 1];
        for (int i = Yes + 1; i < _count; i++)
            starts[ProgramBucket(i) + 1]++;
        for (int i = 0; i < _programBuckets; i++)
            starts[i + 1] += starts[i];
        var ordered = new Symbol[_count - Yes - 1];
        for (int i = _count - 1; i > Yes; i--)
            ordered[starts[ProgramBucket(i)]++] = _symbols[i];
        return ordered;
    }

    private int ProgramBucket(int id) => _symbols[id].Name is null ? 0 : (int)(_hashes[id] % (uint)_programBuckets);

    private static uint HashOf(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
            hash = (hash ^ (uint)(sbyte)b) * 0x01000193;
        return hash;
    }

    private Symbol? Constant(ReadOnlySpan<byte> name) => name.Length != 1 ? null : name[0] switch
    {
        (byte)'n' => _symbols[No],
        (byte)'m' => _symbols[Module],
        (byte)'y' => _symbols[Yes],
        _ => null,
    };

    private Symbol? Find(ReadOnlySpan<byte> name, uint hash, bool isConstant)
    {
        for (int i = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; i >= 0; i = _next[i] - 1)
        {
            if (_hashes[i] != hash)
                continue;
            Symbol symbol = _symbols[i];
            if (symbol.Name is { } known && symbol.IsConstant == isConstant && !symbol.IsChoice && Matches(known, name))
                return symbol;
        }
        return null;
    }

    private static bool Matches(string known, ReadOnlySpan<byte> name)
    {
        if (known.Length != name.Length)
            return false;
        for (int i = 0; i < name.Length; i++)
        {
            if (known[i] != name[i])
                return false;
        }
        return true;
    }

    private Symbol Append(string? name, uint hash, bool isConstant)
    {
        if (_count == _symbols.Length)
            Grow();
        int id = _count++;
        var symbol = new Symbol(id, name, isConstant);
        (_symbols[id], _hashes[id]) = (symbol, hash);
        _ordered = null;
        if (name is null || id <= Yes)
            return symbol;
        ref int bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _next[id] = bucket;
        bucket = id + 1;
        return symbol;
    }

    private void Grow()
    {
        Array.Resize(ref _symbols, _count * 2);
        Array.Resize(ref _hashes, _count * 2);
        Array.Resize(ref _next, _count * 2);
        _buckets = new int[_count * 2];
        for (int i = Yes + 1; i < _count; i++)
        {
            if (_symbols[i].Name is null)
                continue;
            ref int bucket = ref _buckets[_hashes[i] & (uint)(_buckets.Length - 1)];
            _next[i] = bucket;
            bucket = i + 1;
        }
    }
}
