namespace Oot.Checking;

/// <summary>A field of two vermagics that differs.</summary>
internal sealed record FieldReport(string Field, string Kernel, string Module);
