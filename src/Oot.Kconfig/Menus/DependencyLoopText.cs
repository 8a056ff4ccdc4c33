using System.Globalization;
using System.Text;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Menus;

/// <summary>What conf says of a loop of dependencies.</summary>
internal sealed class DependencyLoopText(KconfigSession session, KconfigDialect dialect, List<DependencyFrame> stack)
{
    internal void Tell(Symbol last)
    {
        int size = stack.Count;
        if (last.Choice is { } choice)
        {
            stack.Add(new DependencyFrame(last));
            last = choice;
        }
        int first = stack.FindLastIndex(frame => frame.Symbol == last);
        if (first < 0)
        {
            // As there, the frame that was added stays.
            session.PrintError("unexpected recursive dependency error\n");
            stack.RemoveRange(size, stack.Count - size);
            return;
        }
        var text = new StringBuilder();
        for (int i = first; i < stack.Count; i++)
        {
            Symbol next = i + 1 < stack.Count ? stack[i + 1].Symbol : last;
            if (dialect.HasOldChoices)
                TellOld(text, stack[i], next, last);
            else
                TellNew(text, stack[i], next, last);
        }
        text.Append("For a resolution refer to Documentation/kbuild/kconfig-language.rst\nsubsection \"Kconfig recursive dependency limitations\"\n\n");
        session.PrintError(text.ToString());
        stack.RemoveRange(size, stack.Count - size);
    }

    private static void TellNew(StringBuilder text, DependencyFrame frame, Symbol next, Symbol last)
    {
        if (frame.Symbol == last)
            text.Append("error: recursive dependency detected!\n");
        if (next.IsChoice)
        {
            MenuNode choice = next.Definitions[0];
            text.Append(CultureInfo.InvariantCulture, $"\tsymbol {frame.Symbol} is part of choice block at {choice.File}:{choice.Line}\n");
        }
        else
            text.Append(CultureInfo.InvariantCulture, $"\tsymbol {frame.Symbol} {Relation(frame, frame.Property?.Kind.Name() ?? "unknown")} {next.Name}\n");
    }

    private static void TellOld(StringBuilder text, DependencyFrame frame, Symbol next, Symbol last)
    {
        Symbol symbol = frame.Symbol;
        Property? property = frame.Property ?? symbol.Properties;
        MenuNode? menu = null;
        if (symbol.IsChoice || symbol.IsChoiceMember)
        {
            property = symbol.Properties;
            menu = property?.Menu;
        }
        string place = Place(property?.File, property?.Line);
        if (symbol == last)
            text.Append(CultureInfo.InvariantCulture, $"{place}:error: recursive dependency detected!\n");
        if (symbol.IsChoice)
            text.Append(CultureInfo.InvariantCulture, $"{Place(menu?.File, menu?.Line)}:\tchoice {symbol} contains symbol {next}\n");
        else if (symbol.IsChoiceMember)
            text.Append(CultureInfo.InvariantCulture, $"{Place(menu?.File, menu?.Line)}:\tsymbol {symbol} is part of choice {next}\n");
        else
            text.Append(CultureInfo.InvariantCulture, $"{place}:\tsymbol {symbol} {Relation(frame, property?.Kind.Name() ?? "unknown")} {next}\n");
    }

    private static string Place(string? file, int? line) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");

    private static string Relation(DependencyFrame frame, string property) => frame.Part switch
    {
        DependencyPart.Direct => "depends on",
        DependencyPart.Reverse => "is selected by",
        DependencyPart.Implied => "is implied by",
        DependencyPart.DefaultValue => property + " value contains",
        _ => property + " is visible depending on",
    };
}
