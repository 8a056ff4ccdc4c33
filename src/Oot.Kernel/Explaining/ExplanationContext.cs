using System.Text.Json.Serialization;

namespace Oot.Kernel.Explaining;

/// <summary>Explanations on their way from the make that gives them to the command that was asked for them.</summary>
[JsonSerializable(typeof(RebuildExplanation))]
internal sealed partial class ExplanationContext : JsonSerializerContext;
