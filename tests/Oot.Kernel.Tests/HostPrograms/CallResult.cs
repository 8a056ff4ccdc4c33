using System.Text;

namespace Oot.Kernel.Tests.HostPrograms;

/// <summary>What a program said and how it ended; text is one character a byte.</summary>
internal sealed record CallResult(int ExitCode, string Output, string Error)
{
    public static string Text(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Encoding.Latin1.GetString(copy.ToArray());
    }
}
