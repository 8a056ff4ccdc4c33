using System.Text;

namespace Oot.Kernel.Streamlining;

/// <summary>Joins lines that end in a backslash with those that follow.</summary>
/// <param name="between">What comes in the backslash's place.</param>
internal sealed class ContinuedLines(string between)
{
    private readonly StringBuilder begun = new();
    private bool isOpen;

    /// <summary>Takes the next line; false where it goes on.</summary>
    /// <param name="whole">The whole line that ends with it.</param>
    internal bool Ends(ReadOnlySpan<char> line, out ReadOnlySpan<char> whole)
    {
        whole = line;
        if (!isOpen && !line.EndsWith('\\'))
            return true;
        begun.Append(isOpen ? between : "").Append(line);
        isOpen = begun.Length > 0 && begun[^1] == '\\';
        if (isOpen)
        {
            begun.Length--;
            return false;
        }
        whole = begun.ToString();
        begun.Clear();
        return true;
    }
}
