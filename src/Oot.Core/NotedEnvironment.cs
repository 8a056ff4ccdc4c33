using System.Collections;

namespace Oot.Core;

/// <summary>An environment that tells which variables are looked up in it, and in the lists that <see cref="ProcessEnvironment"/> makes of it.</summary>
/// <param name="variables">The <c>NAME=VALUE</c> strings.</param>
/// <param name="asked">Hears the name of every variable that is looked up; null when all of them were.</param>
public sealed class NotedEnvironment(IReadOnlyList<string> variables, Action<string?> asked) : IReadOnlyList<string>
{
    /// <summary>The strings, without a word to anybody.</summary>
    public IReadOnlyList<string> Plain => variables;

    /// <inheritdoc/>
    public int Count => variables.Count;

    /// <inheritdoc/>
    public string this[int index]
    {
        get
        {
            asked(null);
            return variables[index];
        }
    }

    /// <summary>The strings of an environment to look up this name in.</summary>
    internal static IReadOnlyList<string> Ask(IReadOnlyList<string> environment, string name)
    {
        if (environment is not NotedEnvironment noted)
            return environment;
        noted.Asked(name);
        return noted.Plain;
    }

    /// <summary>A list made from an environment, which goes on telling when that one does.</summary>
    internal static IReadOnlyList<string> Like(IReadOnlyList<string> environment, IReadOnlyList<string> changed) =>
        environment is NotedEnvironment noted ? new NotedEnvironment(changed, noted.Asked) : changed;

    /// <summary>The strings of an environment, without a word to anybody.</summary>
    public static IReadOnlyList<string> PlainOf(IReadOnlyList<string> environment) => environment is NotedEnvironment noted ? noted.Plain : environment;

    private void Asked(string? name) => asked(name);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        asked(null);
        return variables.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
