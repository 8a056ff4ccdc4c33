namespace Oot.Make.Options;

/// <param name="Words">What is no switch, in order: goals and <c>VAR=VALUE</c>; empty words and a lone <c>-</c> are dropped. Of an environment's words only the definitions count.</param>
/// <param name="Errors">Whole lines for standard error, without newline.</param>
/// <param name="IsBad">A command line that is bad prints the usage on standard error and exits with 2; an environment's badness is passed over.</param>
/// <param name="FatalText">What the original stops at, without the <c>*** </c> and <c>.  Stop.</c> around it; null for nothing.</param>
internal sealed record OptionParseResult(List<string> Words, List<string> Errors, bool IsBad, string? FatalText);
