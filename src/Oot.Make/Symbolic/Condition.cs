namespace Oot.Make.Symbolic;

/// <summary>
/// When something holds: one of several conjunctions of tests, each of them on the values of free variables. Small by nature (a line of a makefile depends on a handful of options), so it is
/// kept as the list itself, with what is implied left out; <see cref="TooLarge"/> stands for what would not be small.
/// </summary>
public sealed class Condition : IEquatable<Condition>
{
    /// <summary>No more conjunctions than this: what makefiles really say stays far below.</summary>
    private const int MostCases = 256;

    private readonly ValueTest[][] cases;

    private Condition(ValueTest[][] cases) => this.cases = cases;

    /// <summary>Holds always.</summary>
    public static Condition True { get; } = new([[]]);

    /// <summary>Holds never.</summary>
    public static Condition False { get; } = new([]);

    /// <summary>A condition that was not worth keeping: nobody knows whether it holds.</summary>
    public static Condition TooLarge { get; } = Unknown("a condition too large to tell");

    /// <summary>The conjunctions, each sorted by its variables' names: one of them has to hold.</summary>
    public IReadOnlyList<IReadOnlyList<ValueTest>> Cases => cases;

    /// <summary>Whether it holds always.</summary>
    public bool IsTrue => cases.Length == 1 && cases[0].Length == 0;

    /// <summary>Whether it holds never.</summary>
    public bool IsFalse => cases.Length == 0;

    /// <summary>A variable has one of the values of a mask.</summary>
    public static Condition Of(FreeVariable variable, uint mask) =>
        (mask &= variable.All) == 0 ? False : mask == variable.All ? True : new Condition([[new ValueTest(variable, mask)]]);

    /// <summary>A condition that only its text describes, true or not.</summary>
    public static Condition Unknown(string text) => Of(new FreeVariable(text, FreeVariables.YesOrNo), 2);

    /// <summary>A condition made of these conjunctions, as <see cref="Cases"/> gave them.</summary>
    public static Condition OfCases(IEnumerable<ValueTest[]> conjunctions)
    {
        Condition result = False;
        foreach (ValueTest[] tests in conjunctions)
            result = result.Or(new Condition([tests]));
        return result;
    }

    /// <summary>Both hold.</summary>
    public Condition And(Condition other)
    {
        if (IsTrue || other.IsFalse || ReferenceEquals(this, other))
            return other;
        if (other.IsTrue || IsFalse)
            return this;
        var result = new List<ValueTest[]>();
        foreach (ValueTest[] left in cases)
            foreach (ValueTest[] right in other.cases)
            {
                if (Join(left, right) is { } joined)
                    Add(result, joined);
                if (result.Count > MostCases)
                    return TooLarge;
            }
        return Made(result);
    }

    /// <summary>One of them holds.</summary>
    public Condition Or(Condition other)
    {
        if (IsTrue || other.IsFalse || ReferenceEquals(this, other))
            return this;
        if (other.IsTrue || IsFalse)
            return other;
        var result = new List<ValueTest[]>(cases);
        foreach (ValueTest[] tests in other.cases)
            Add(result, tests);
        return result.Count > MostCases ? TooLarge : Made(result);
    }

    /// <summary>It does not hold.</summary>
    public Condition Not()
    {
        Condition result = True;
        foreach (ValueTest[] tests in cases)
        {
            Condition none = False;
            foreach (ValueTest test in tests)
                none = none.Or(Of(test.Variable, ~test.Mask & test.Variable.All));
            result = result.And(none);
        }
        return result;
    }

    /// <summary>Whether it holds; null when that depends on variables whose values are not known.</summary>
    /// <param name="valueOf">The bit of a variable's value; 0 for one that is not known.</param>
    public bool? Holds(Func<FreeVariable, uint> valueOf)
    {
        bool maybe = false;
        foreach (ValueTest[] tests in cases)
        {
            bool? all = true;
            foreach (ValueTest test in tests)
            {
                uint value = valueOf(test.Variable);
                if (value == 0)
                {
                    all = null;
                }
                else if ((value & test.Mask) == 0)
                {
                    all = false;
                    break;
                }
            }
            if (all == true)
                return true;
            maybe |= all is null;
        }
        return maybe ? null : false;
    }

    /// <inheritdoc/>
    public bool Equals(Condition? other)
    {
        if (other is null || other.cases.Length != cases.Length)
            return false;
        for (int i = 0; i < cases.Length; i++)
            if (!cases[i].AsSpan().SequenceEqual(other.cases[i]))
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (ValueTest[] tests in cases)
            foreach (ValueTest test in tests)
                hash.Add(test);
        return hash.ToHashCode();
    }

    private static Condition Made(List<ValueTest[]> list) => list.Count == 0 ? False : list.Count == 1 && list[0].Length == 0 ? True : new Condition([.. list]);

    /// <summary>Adds a conjunction unless it is implied; takes out what it implies, and joins what differs from it in one test only.</summary>
    private static void Add(List<ValueTest[]> list, ValueTest[] tests)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (Implies(tests, list[i]))
                return;
            if (Implies(list[i], tests))
            {
                list.RemoveAt(i--);
            }
            else if (Merge(list[i], tests) is { } merged)
            {
                list.RemoveAt(i);
                Add(list, merged);
                return;
            }
        }
        list.Add(tests);
    }

    private static bool Implies(ValueTest[] strong, ValueTest[] weak)
    {
        if (weak.Length > strong.Length)
            return false;
        int at = 0;
        foreach (ValueTest test in weak)
        {
            while (at < strong.Length && string.CompareOrdinal(strong[at].Variable.Name, test.Variable.Name) < 0)
                at++;
            if (at == strong.Length || strong[at].Variable.Name != test.Variable.Name || (strong[at].Mask & ~test.Mask) != 0)
                return false;
        }
        return true;
    }

    /// <summary>One conjunction for two on the same variables that differ in one variable's values; null for others.</summary>
    private static ValueTest[]? Merge(ValueTest[] left, ValueTest[] right)
    {
        if (left.Length != right.Length)
            return null;
        int different = -1;
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i].Variable.Name != right[i].Variable.Name || (left[i].Mask != right[i].Mask && different >= 0))
                return null;
            if (left[i].Mask != right[i].Mask)
                different = i;
        }
        if (different < 0)
            return left;
        uint mask = left[different].Mask | right[different].Mask;
        if (mask == left[different].Variable.All)
            return [.. left[..different], .. left[(different + 1)..]];
        ValueTest[] result = [.. left];
        result[different] = new ValueTest(left[different].Variable, mask);
        return result;
    }

    /// <summary>The conjunction of two; null when they exclude each other.</summary>
    private static ValueTest[]? Join(ValueTest[] left, ValueTest[] right)
    {
        var result = new List<ValueTest>(left.Length + right.Length);
        int l = 0, r = 0;
        while (l < left.Length || r < right.Length)
        {
            int order = l == left.Length ? 1 : r == right.Length ? -1 : string.CompareOrdinal(left[l].Variable.Name, right[r].Variable.Name);
            if (order < 0)
            {
                result.Add(left[l++]);
            }
            else if (order > 0)
            {
                result.Add(right[r++]);
            }
            else
            {
                uint mask = left[l].Mask & right[r++].Mask;
                if (mask == 0)
                    return null;
                result.Add(new ValueTest(left[l++].Variable, mask));
            }
        }
        return [.. result];
    }
}
