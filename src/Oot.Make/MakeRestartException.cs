namespace Oot.Make;

/// <summary>Makefiles have been remade: make starts anew.</summary>
internal sealed class MakeRestartException(MakeInvocation invocation) : Exception
{
    /// <summary>With these words and this environment.</summary>
    public MakeInvocation Invocation { get; } = invocation;
}
