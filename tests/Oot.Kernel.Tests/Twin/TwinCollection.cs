using Xunit;

namespace Oot.Kernel.Tests.Twin;

/// <summary>
/// Twin builds run one after the other in two rows: each of them compiles mostly one file at a time, and more than two would share the processors. They are most of the time that this project's
/// tests take, so that <see cref="TwinsFirst"/> begins with them.
/// </summary>
[CollectionDefinition(Name)]
public sealed class TwinCollection
{
    /// <summary>The rows of the tables of options and drivers.</summary>
    public const string Name = "twin builds";

    /// <summary>All others.</summary>
    public const string Others = "twin builds of examples";
}
