namespace Oot.Make.Shell;

/// <summary>One redirection.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Descriptor">Which descriptor it sets: 0 to 9.</param>
/// <param name="Target">The file's name, the descriptor to duplicate, or the word that ends a here-document.</param>
internal sealed record ShellRedirection(ShellRedirectionKind Kind, int Descriptor, ShellWord Target)
{
    /// <summary>A here-document's text, which follows the line that the redirection stands in.</summary>
    public ShellWord? Document { get; set; }
}
