namespace Oot.Kernel.Types;

/// <summary>
/// Looks for the types that make the declarations of one symbol in two kernels differ: breadth first, so that what is nearest to the symbol is named first. A CRC is made of what the exporting
/// file saw (genksyms), type information has everything; so a difference that is found far away need not be the one that the CRC is about.
/// </summary>
/// <param name="old">The kernel that a module was built for.</param>
/// <param name="now">The kernel that it is for now.</param>
internal sealed class TypeComparison(TypeGraph old, TypeGraph now)
{
    // A structure of a device reaches a third of the kernel's types.
    private const int MostPairs = 50_000;

    private readonly Queue<(int Old, int Now)> waiting = new();
    private readonly HashSet<(int Old, int Now)> seen = [];
    private readonly List<string> changes = [], consequences = [];

    /// <summary>What changed, the nearest first; empty when nothing did, or the symbol is not in both.</summary>
    /// <param name="most">How many changes are enough.</param>
    internal IReadOnlyList<string> Of(string symbol, int most)
    {
        (int before, int after) = (old.Symbol(symbol), now.Symbol(symbol));
        if (before == 0 || after == 0)
            return [];
        Add(before, after);
        while (changes.Count < most && waiting.TryDequeue(out (int Old, int Now) pair))
            Compare(pair.Old, pair.Now);
        return changes.Count > 0 ? changes : [.. consequences.Take(most)];
    }

    private void Add(int before, int after)
    {
        if (seen.Count < MostPairs && seen.Add((before, after)))
            waiting.Enqueue((before, after));
    }

    private void Compare(int before, int after)
    {
        (TypeKind was, TypeKind kind) = (old.KindOf(before), now.KindOf(after));
        if (old.IsOpen(before) || now.IsOpen(after))
        {
            Declared(before, after);
            return;
        }
        if (was != kind || (kind != TypeKind.Prototype && old.NameOf(before) != now.NameOf(after)))
        {
            changes.Add($"{Shown(old, before)} became {Shown(now, after)}");
            return;
        }
        switch (kind)
        {
            case TypeKind.Struct or TypeKind.Union:
                Members(before, after);
                break;
            case TypeKind.Enumeration or TypeKind.Enumeration64:
                Values(before, after);
                break;
            case TypeKind.Prototype:
                Parameters(before, after);
                break;
            case TypeKind.Integer or TypeKind.Float:
                if (old.SizeOf(before) != now.SizeOf(after))
                    changes.Add($"{now.NameOf(after)} has {old.SizeOf(before)} bytes, now {now.SizeOf(after)}");
                break;
            case TypeKind.Array:
                if (old.ExtentOf(before) != now.ExtentOf(after))
                    changes.Add($"an array of {Shown(now, now.TargetOf(after))} has {old.ExtentOf(before)} elements, now {now.ExtentOf(after)}");
                Add(old.TargetOf(before), now.TargetOf(after));
                break;
            case TypeKind.Void:
                break;
            default:
                Add(old.TargetOf(before), now.TargetOf(after));
                break;
        }
    }

    // One that is only declared may have any members. Where a module brings its kernel's types along (.BTF.base), those that lie within its own have their size.
    private void Declared(int before, int after)
    {
        if (old.NameOf(before) != now.NameOf(after))
            changes.Add($"{Shown(old, before)} became {Shown(now, after)}");
        else if (old.KindOf(before) == now.KindOf(after) && old.SizeOf(before) != now.SizeOf(after) && now.KindOf(after) != TypeKind.Forward)
            changes.Add($"{Shown(now, after)} has {old.SizeOf(before)} bytes, now {now.SizeOf(after)}");
    }

    private void Members(int before, int after)
    {
        TypeMember[] first = old.MembersOf(before), second = now.MembersOf(after);
        string name = Shown(now, after), sizes = old.SizeOf(before) == now.SizeOf(after) ? "" : $" has {old.SizeOf(before)} bytes, now {now.SizeOf(after)};";
        int at = 0;
        while (at < first.Length && at < second.Length && first[at].Name == second[at].Name)
            at++;
        if (at < first.Length || at < second.Length)
        {
            changes.Add($"{name}:{sizes} {How(first, second, at)}");
            return;
        }
        // The same members, which moved or grew because one of their types did: that one is the cause.
        if (sizes.Length > 0)
            consequences.Add($"{name}:{sizes} its members have other types");
        else if (!first.Select(member => member.Place).SequenceEqual(second.Select(member => member.Place)))
            consequences.Add($"{name}: members moved");
        for (int i = 0; i < first.Length; i++)
            Add(first[i].Type, second[i].Type);
    }

    private static string How(TypeMember[] first, TypeMember[] second, int at) =>
        at >= first.Length ? $"{Word(second[at])} is new at its end"
        : at >= second.Length ? $"{Word(first[at])} is gone from its end"
        : Array.Exists(second, member => member.Name == first[at].Name) ? $"{Word(second[at])} is new before {Word(first[at])}"
        : Array.Exists(first, member => member.Name == second[at].Name) ? $"{Word(first[at])} is gone" : $"{Word(first[at])} became {Word(second[at])}";

    private void Values(int before, int after)
    {
        TypeMember[] first = old.MembersOf(before), second = now.MembersOf(after);
        int at = 0;
        while (at < first.Length && at < second.Length && first[at] == second[at])
            at++;
        if (at < first.Length || at < second.Length)
            changes.Add($"{Shown(now, after)}: {(at < second.Length ? second[at].Name : first[at].Name)} {(at >= first.Length ? "is new" : at >= second.Length ? "is gone" : "is where " + first[at].Name + " was")}");
    }

    private void Parameters(int before, int after)
    {
        TypeMember[] first = old.MembersOf(before), second = now.MembersOf(after);
        if (first.Length != second.Length)
        {
            changes.Add($"it takes {first.Length} parameters, now {second.Length}");
            return;
        }
        Add(old.TargetOf(before), now.TargetOf(after));
        for (int i = 0; i < first.Length; i++)
            Add(first[i].Type, second[i].Type);
    }

    private static string Word(in TypeMember member) => member.Name.Length == 0 ? "a member without a name" : member.Name;

    private static string Shown(TypeGraph graph, int type)
    {
        string name = graph.NameOf(type);
        return graph.KindOf(type) switch
        {
            TypeKind.Void => "void",
            TypeKind.Struct => name.Length == 0 ? "a struct without a name" : $"struct {name}",
            TypeKind.Union => name.Length == 0 ? "a union without a name" : $"union {name}",
            TypeKind.Enumeration or TypeKind.Enumeration64 => name.Length == 0 ? "an enum without a name" : $"enum {name}",
            TypeKind.Pointer => "a pointer",
            TypeKind.Array => "an array",
            TypeKind.Prototype => "a function",
            TypeKind.Const => "a const type",
            TypeKind.Volatile => "a volatile type",
            _ => name.Length == 0 ? "another type" : name,
        };
    }
}
