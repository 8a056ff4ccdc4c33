using System.Globalization;
using System.Text;
using Oot.Kconfig.Model;

namespace Oot.Kconfig.Syntax;

/// <summary>The files of a tree as they are opened: each by its name, in a chain that may not come round (kernel 5.10 to 7.x, scripts/kconfig/lexer.l, util.c).</summary>
internal sealed class SourceFiles(KconfigSession session, KconfigDialect dialect)
{
    private readonly Dictionary<string, (SourceFrame? Parent, int Line)> _known = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    internal IReadOnlyList<string> Names => _names;

    internal SourceFrame OpenTop(string name)
    {
        if (session.Open(name) is not { } content)
            throw Fail($"can't find file {name}\n");
        Note(name, null);
        return new SourceFrame(new KconfigFile(name, content), null);
    }

    /// <summary>Opens what a <c>source</c> statement names, in the file that has the statement.</summary>
    internal SourceFrame Open(string name, SourceFrame parent)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{parent.File.Name}:{parent.SourceLine}");
        if (session.Open(name) is not { } content)
            throw Fail($"{place}: can't open file \"{name}\"\n");
        for (SourceFrame? frame = parent; frame is not null; frame = frame.Parent)
        {
            if (frame.File.Name == name)
                throw Fail(Loop(name, parent));
        }
        if (dialect.IsStrict && _known.TryGetValue(name, out (SourceFrame? Parent, int Line) first))
        {
            throw Fail(string.Create(
                CultureInfo.InvariantCulture, $"{place}: error: repeated inclusion of {name}\n{first.Parent?.File.Name ?? "(null)"}:{first.Line}: note: location of first inclusion of {name}\n"));
        }
        Note(name, parent);
        return new SourceFrame(new KconfigFile(name, content), parent);
    }

    private void Note(string name, SourceFrame? parent)
    {
        if (_known.TryAdd(name, (parent, parent?.SourceLine ?? 0)))
            _names.Add(name);
    }

    // The older program tells of the way only as far as the file itself, and counts lines from after the statement.
    private string Loop(string name, SourceFrame parent)
    {
        var text = new StringBuilder($"Recursive inclusion detected.\nInclusion path:\n  current file : {name}\n");
        for (SourceFrame? frame = parent; frame is not null; frame = frame.Parent)
        {
            int line = dialect.HasNewPlaces ? frame.SourceLine : frame.Line - 1;
            text.Append(CultureInfo.InvariantCulture, $"  included from: {frame.File.Name}:{line}\n");
            if (!dialect.HasNewPlaces && frame.File.Name == name)
                break;
        }
        return text.ToString();
    }

    private KconfigStopException Fail(string message)
    {
        session.PrintError(message);
        return new KconfigStopException(1);
    }
}
