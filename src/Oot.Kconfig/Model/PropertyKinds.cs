namespace Oot.Kconfig.Model;

/// <summary>Words for properties.</summary>
internal static class PropertyKinds
{
    /// <summary>As conf's messages call a property.</summary>
    internal static string Name(this PropertyKind kind) => kind switch
    {
        PropertyKind.Prompt => "prompt",
        PropertyKind.Comment => "comment",
        PropertyKind.Menu => "menu",
        PropertyKind.Default => "default",
        PropertyKind.Select => "select",
        PropertyKind.Imply => "imply",
        PropertyKind.Range => "range",
        PropertyKind.Place => "symbol",
        _ => "choice",
    };
}
