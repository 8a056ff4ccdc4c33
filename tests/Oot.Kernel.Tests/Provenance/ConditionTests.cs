using Oot.Kernel.Provenance;
using Oot.Make.Symbolic;
using Xunit;

namespace Oot.Kernel.Tests.Provenance;

/// <summary>Conditions against what they mean: for random ones, under every valuation of their variables.</summary>
public class ConditionTests
{
    private static readonly FreeVariable[] Variables = [.. "ABCD".Select(letter => new FreeVariable($"CONFIG_{letter}", ConfigurationVariables.OptionValues))];

    [Fact]
    public void And_or_and_not_mean_what_they_say()
    {
        var random = new Random(20240911);
        for (int round = 0; round < 2000; round++)
        {
            (Condition left, Func<uint[], bool> leftHolds) = Random(random, 3);
            (Condition right, Func<uint[], bool> rightHolds) = Random(random, 3);
            foreach (uint[] values in Valuations())
            {
                bool? Of(Condition condition) => condition.Holds(variable => values[Array.IndexOf(Variables, variable)]);
                Assert.Equal(leftHolds(values) && rightHolds(values), Of(left.And(right)));
                Assert.Equal(leftHolds(values) || rightHolds(values), Of(left.Or(right)));
                Assert.Equal(!leftHolds(values), Of(left.Not()));
            }
        }
    }

    [Fact]
    public void What_no_configuration_tells_leaves_the_answer_open()
    {
        Condition open = Condition.Unknown("BITS_PER_LONG == 64"), on = Condition.Of(Variables[0], 4);
        Assert.Null(on.And(open).Holds(variable => variable == Variables[0] ? 4u : 0));
        Assert.False(on.And(open).Holds(variable => variable == Variables[0] ? 1u : 0));
        Assert.True(on.Or(open).Holds(variable => variable == Variables[0] ? 4u : 0));
    }

    [Fact]
    public void A_module_or_built_in_is_one_test()
    {
        Condition either = Condition.Of(Variables[0], 2).Or(Condition.Of(Variables[0], 4));
        Assert.Equal(new ValueTest(Variables[0], 6), Assert.Single(Assert.Single(either.Cases)));
        Assert.True(either.Or(Condition.Of(Variables[0], 1)).IsTrue);
        Assert.True(either.And(Condition.Of(Variables[0], 1)).IsFalse);
    }

    private static (Condition Condition, Func<uint[], bool> Holds) Random(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            int variable = random.Next(Variables.Length);
            uint mask = (uint)random.Next(8);
            return (Condition.Of(Variables[variable], mask), values => (values[variable] & mask) != 0);
        }
        (Condition left, Func<uint[], bool> leftHolds) = Random(random, depth - 1);
        (Condition right, Func<uint[], bool> rightHolds) = Random(random, depth - 1);
        return random.Next(3) switch
        {
            0 => (left.And(right), values => leftHolds(values) && rightHolds(values)),
            1 => (left.Or(right), values => leftHolds(values) || rightHolds(values)),
            _ => (left.Not(), values => !leftHolds(values)),
        };
    }

    private static IEnumerable<uint[]> Valuations()
    {
        for (int i = 0; i < 81; i++)
            yield return [1u << (i % 3), 1u << (i / 3 % 3), 1u << (i / 9 % 3), 1u << (i / 27)];
    }
}
