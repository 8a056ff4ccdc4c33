namespace Oot.Make.Observing;

/// <summary>A detail of a traced event: byte text, or where <paramref name="Text"/> is null a number.</summary>
public readonly record struct TraceArgument(string Name, string? Text, long Number = 0)
{
    /// <summary>A number.</summary>
    public TraceArgument(string name, long number)
        : this(name, null, number)
    {
    }
}
