using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>A symbol as the messages of kernels up to 6.4 speak of it.</summary>
/// <param name="IsFunction">Null when no symbol was found.</param>
internal readonly record struct SymbolName(string Text, bool? IsFunction)
{
    public ReadOnlySpan<byte> Bytes => ByteText.ToBytes(Text);

    /// <summary>What it is.</summary>
    public string Noun => IsFunction switch
    {
        true => "function",
        false => "variable",
        null => "(unknown reference)",
    };

    /// <summary>What stands behind its name.</summary>
    public string Mark => IsFunction == true ? "()" : "";
}
