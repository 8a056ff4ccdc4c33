using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>Twin builds run one after the other: each of them already compiles, and two would share the processors.</summary>
[CollectionDefinition(Name)]
public sealed class TwinCollection
{
    public const string Name = "twin builds";
}
