using Oot.Kernel.Tests.Twin;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(TwinsFirst))]

namespace Oot.Kernel.Tests.Twin;

/// <summary>What takes longest begins first, so that nothing long is left for one processor at the end.</summary>
public sealed class TwinsFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName.StartsWith(TwinCollection.Name, StringComparison.Ordinal) ? 0 : 1)];
}
