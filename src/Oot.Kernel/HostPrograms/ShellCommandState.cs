namespace Oot.Kernel.HostPrograms;

/// <summary>Where in a shell command its reader is: whether the next word names a program.</summary>
internal sealed class ShellCommandState
{
    private bool command = true;
    private bool pattern;
    private bool awaitsIn;
    private int cases;
    private int parentheses;

    /// <summary>Where the shell stands whose script the next word is; −1: there is none.</summary>
    internal int Shell { get; set; } = -1;

    /// <summary>Whether the last word was a shell in command position.</summary>
    internal bool EndsInShell { get; private set; }

    /// <summary>An operator or newline was read; <paramref name="doubled"/>: <c>;;</c> or <c>;&amp;</c>.</summary>
    internal void Operator(char c, bool doubled)
    {
        if (c == '(' && !pattern)
            parentheses++;
        else if (doubled)
            pattern = cases > 0;
        command = true;
        Shell = -1;
    }

    /// <summary>A <c>)</c> was read. Takes it for the end of a pattern or of a subshell that was opened here; false when it is neither.</summary>
    internal bool ClosesParenthesis()
    {
        command = true;
        Shell = -1;
        if (pattern)
        {
            pattern = false;
            return true;
        }
        if (parentheses == 0)
            return false;
        parentheses--;
        return true;
    }

    /// <summary>A word was read; true when it names a program.</summary>
    /// <param name="word">The word as it is written.</param>
    /// <param name="plain">It has neither quotes nor expansions.</param>
    /// <param name="beforeRedirection">A <c>&lt;</c> or <c>&gt;</c> follows at once: a number is a descriptor.</param>
    internal bool Word(ReadOnlySpan<char> word, bool plain, bool beforeRedirection)
    {
        EndsInShell = false;
        if (pattern)
        {
            if (word is "esac")
                EndCase();
            return false;
        }
        if (Shell >= 0)
            return plain;
        if (awaitsIn)
        {
            pattern = word is "in";
            awaitsIn = !pattern;
            return false;
        }
        if (!command || (beforeRedirection && word.IndexOfAnyExceptInRange('0', '9') < 0) || IsAssignment(word))
            return false;
        switch (word)
        {
            case "if" or "then" or "else" or "elif" or "do" or "while" or "until" or "!" or "{" or "time" or "exec" or "command":
                return false;
            case "case":
                cases++;
                awaitsIn = true;
                command = false;
                return false;
            case "esac":
                EndCase();
                return false;
        }
        command = false;
        EndsInShell = plain && IsShell(word);
        return plain;
    }

    /// <summary>Whether a word is a shell's name.</summary>
    internal static bool IsShell(ReadOnlySpan<char> word) => word[(word.LastIndexOf('/') + 1)..] is "sh" or "bash" or "dash" or "ash" or "ksh" or "zsh";

    private void EndCase()
    {
        cases = Math.Max(0, cases - 1);
        pattern = command = false;
    }

    private static bool IsAssignment(ReadOnlySpan<char> word)
    {
        int equals = word.IndexOf('=');
        if (equals <= 0 || char.IsAsciiDigit(word[0]))
            return false;
        foreach (char c in word[..(word[equals - 1] == '+' ? equals - 1 : equals)])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }
        return true;
    }
}
