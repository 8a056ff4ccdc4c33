using Oot.Kernel.Provenance;
using Oot.Kernel.Streamlining;
using Oot.Kernel.Trees;

namespace Oot.Explaining;

/// <summary>One line for each symbol that a failed build did not find.</summary>
internal sealed class MissingSymbols(Session session)
{
    internal void Tell(IReadOnlyList<string> symbols, KernelTree tree)
    {
        if (symbols.Count == 0)
            return;
        // A whole search through sources is for `oot explain`: a build has said enough when it says what to ask.
        var questions = new SymbolQuestions(session);
        if (!questions.Ask(symbols, tree, null, null, searches: false).Succeeded(out SymbolExplanation[]? explanations, out _))
            return;
        var lines = new ExplanationLines(questions.Version, DroppedOptions.Beside(session.Disk, tree.Path + "/.config"));
        session.Terminal.Repeat(["  missing symbols (`oot explain` says more):", .. explanations.Select(explanation => "    " + lines.Summary(explanation))]);
    }
}
