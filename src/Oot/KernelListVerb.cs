using Oot.Core;
using Oot.Kernel.Trees;
using Spectre.Console;

namespace Oot;

/// <summary><c>oot kernel list</c>: every kernel oot knows, usable or not.</summary>
internal sealed class KernelListVerb(Session session)
{
    internal int Run(bool json)
    {
        IReadOnlyList<KernelTree> trees = session.Finder([]).All();
        if (json)
            session.Terminal.Result(ByteText.FromUnicode(Reports.Json(trees.Select(tree => KernelReport.Of(tree, session.RunningRelease)).ToList())));
        else if (trees.Count == 0)
            session.Terminal.Note($"no kernel trees; get one with `oot kernel add debian:default` or install {session.Distribution.DefaultHeaders(HostMachine.Architecture)}");
        else if (Terminal.IsInteractive)
            Table(trees);
        else
        {
            foreach (KernelTree tree in trees)
                session.Terminal.Result(string.Join('\t', Columns(tree)));
        }
        return ExitCode.Done;
    }

    private string[] Columns(KernelTree tree) =>
    [
        tree.Release + (tree.Release == session.RunningRelease ? " (running)" : ""),
        tree.Architecture?.Machine ?? "unknown",
        tree.Path,
        tree.Compiler?.Command ?? "unknown",
        tree.IsUsable ? "usable" : tree.Reason,
    ];

    private void Table(IReadOnlyList<KernelTree> trees)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        // A path can be broken anywhere and stays readable, a reason cannot.
        foreach (string heading in new[] { "release", "arch", "where", "compiler", "usable" })
            table.AddColumn(new TableColumn(heading) { NoWrap = heading != "where" });
        foreach (KernelTree tree in trees)
            table.AddRow([.. Columns(tree).Select(column => new Text(ByteText.ToUnicode(column), tree.IsUsable || !session.Terminal.ColorsOutput ? Style.Plain : new Style(Color.Grey)))]);
        AnsiConsole.Create(new AnsiConsoleSettings { ColorSystem = session.Terminal.ColorsOutput ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors }).Write(table);
    }
}
