using System.Text.Json.Serialization;

namespace Oot.Kernel.Explaining;

/// <summary>Why a target is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RebuildKind>))]
public enum RebuildKind
{
    /// <summary>It does not exist.</summary>
    Missing,

    /// <summary>Prerequisites are newer, or were made in this run.</summary>
    Newer,

    /// <summary>Prerequisites do not exist any more.</summary>
    Gone,

    /// <summary>Options of the kernel's configuration have changed since.</summary>
    Configuration,

    /// <summary>The command is another one than the one that made it.</summary>
    Command,

    /// <summary>It is not known which command made it.</summary>
    UnknownCommand,

    /// <summary>Its rule runs at every build.</summary>
    EveryTime,

    /// <summary>make was told to make everything (<c>-B</c>).</summary>
    Asked,
}
