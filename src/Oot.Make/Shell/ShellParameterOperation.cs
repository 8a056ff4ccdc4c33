namespace Oot.Make.Shell;

/// <summary>What <c>${name…}</c> makes of a parameter's value.</summary>
internal enum ShellParameterOperation
{
    /// <summary><c>$name</c>: the value.</summary>
    Value,

    /// <summary><c>${name-word}</c>: the word when it is unset.</summary>
    WhenUnset,

    /// <summary><c>${name:-word}</c>: the word when it is unset or empty.</summary>
    WhenEmpty,

    /// <summary><c>${name+word}</c>: the word when it is set.</summary>
    WhenSet,

    /// <summary><c>${name:+word}</c>: the word when it is set and not empty.</summary>
    WhenFilled,

    /// <summary><c>${name%word}</c>: without the shortest end that matches.</summary>
    ShortestEnd,

    /// <summary><c>${name%%word}</c>: without the longest end that matches.</summary>
    LongestEnd,

    /// <summary><c>${name#word}</c>: without the shortest beginning that matches.</summary>
    ShortestBeginning,

    /// <summary><c>${name##word}</c>: without the longest beginning that matches.</summary>
    LongestBeginning,
}
