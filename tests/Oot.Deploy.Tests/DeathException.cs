namespace Oot.Deploy.Tests;

/// <summary>Stands for <c>kill -9</c>: nothing catches it but the test.</summary>
internal sealed class DeathException : Exception;
