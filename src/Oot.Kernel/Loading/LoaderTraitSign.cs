namespace Oot.Kernel.Loading;

/// <summary>How a <see cref="LoaderTrait"/> is told.</summary>
/// <param name="Since">The first mainline release that has it: 6004 is 6.4.</param>
/// <param name="InImage">A message that a kernel with it has, and no other.</param>
internal readonly record struct LoaderTraitSign(LoaderTrait Trait, int Since, string InImage);
