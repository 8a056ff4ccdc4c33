namespace Oot.Make.Rules;

/// <summary>A file's rule and all later double-colon rules of it. Every prerequisite is asked for its chain, so walking along makes no garbage.</summary>
/// <param name="first">The rule to begin with.</param>
internal readonly struct RuleChain(FileNode first)
{
    /// <summary>Whether a rule fits.</summary>
    public bool Any(Predicate<FileNode> fits)
    {
        foreach (FileNode rule in this)
            if (fits(rule))
                return true;
        return false;
    }

    /// <summary>What <c>foreach</c> walks along.</summary>
    public Enumerator GetEnumerator() => new(first);

    /// <summary>A place in the chain.</summary>
    public struct Enumerator(FileNode first)
    {
        private FileNode? _next = first;

        /// <summary>The rule at this place.</summary>
        public FileNode Current { get; private set; } = first;

        /// <summary>Goes on; false at the end.</summary>
        public bool MoveNext()
        {
            if (_next is not { } rule)
                return false;
            (Current, _next) = (rule, rule.NextDoubleColon);
            return true;
        }
    }
}
