using Oot.Core;

namespace Oot.Make.Caching;

/// <summary>A probe that failed because a disk was full must not be remembered as an answer.</summary>
internal static class FreeSpace
{
    private const long Enough = 16 << 20;

    /// <summary>Whether there is room where the command keeps its temporary files.</summary>
    public static bool IsEnough(CommandInputs inputs, IReadOnlyList<string> environment)
    {
        if (!HasRoom(ProcessEnvironment.Value(environment, "TMPDIR") is { Length: > 0 } temporary ? temporary : "/tmp"))
            return false;
        return inputs.TemporaryDirectory is not { } own || HasRoom(own[..own.LastIndexOf('/')]);
    }

    private static bool HasRoom(string directory)
    {
        try
        {
            return new DriveInfo(ByteText.ToUnicode(directory)).AvailableFreeSpace >= Enough;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
