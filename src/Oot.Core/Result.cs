using System.Diagnostics.CodeAnalysis;

namespace Oot.Core;

/// <summary>A value, or the diagnostic that says why there is none.</summary>
public readonly struct Result<T>
{
    private readonly T value;

    private Result(T value, Diagnostic? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Diagnostic? Error { get; }

    /// <summary>The value; an exception when there is none (a bug of the caller).</summary>
    public T Value => Error is null ? value : throw new InvalidOperationException(Error.Message);

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out Diagnostic? error)
    {
        result = value;
        error = Error;
        return error is null;
    }

    /// <summary>A result that is there.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A result that is not there.</summary>
    public static implicit operator Result<T>(Diagnostic error) => new(default!, error);
}
