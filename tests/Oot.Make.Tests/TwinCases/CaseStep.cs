namespace Oot.Make.Tests.TwinCases;

/// <summary>One directive of a case: <c>#: WORD REST</c> and the <c>#|</c> lines after it.</summary>
/// <param name="Word">One of <see cref="TwinCase.Words"/>.</param>
/// <param name="Rest">What stands after the word, trimmed.</param>
/// <param name="Lines">The content lines without their mark.</param>
internal sealed record CaseStep(string Word, string Rest, IReadOnlyList<string> Lines);
