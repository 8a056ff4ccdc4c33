namespace Oot.Make.Evaluation;

/// <summary>Counts the changes after which children's environments may have other variables in them; their values are not counted.</summary>
internal sealed class ExportChanges
{
    /// <summary>How many there were.</summary>
    public int Count { get; set; }
}
