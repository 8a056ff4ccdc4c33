using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Files;

/// <summary>Writes <c>.config</c> and the short form that savedefconfig makes (kernel 5.10 to 7.x, scripts/kconfig/confdata.c).</summary>
internal sealed class ConfigurationWriter(KconfigSession session, Configuration configuration)
{
    private readonly KconfigTree _tree = configuration.Tree;
    private readonly MenuVisibility _menus = new(configuration);

    /// <summary>Gets <c>configuration written to …</c>.</summary>
    internal Action<string> Message { get; init; } = static _ => { };

    /// <summary>Writes the configuration's own file; false, told on standard error or not, when it cannot be.</summary>
    internal bool Write()
    {
        string name = ConfigurationReader.NameOf(session);
        if (name.Length == 0)
        {
            session.PrintError("config name is empty\n");
            return false;
        }
        if (session.Disk.Stat(name, out FileStatus status) == 0 && status.IsDirectory)
        {
            session.PrintError($"{name}: Is a directory\n");
            return false;
        }
        if (session.Disk.MakeParents(name) != 0)
            return false;
        byte[] content = ByteText.ToBytes(Text());
        if (session.IsOn("KCONFIG_OVERWRITECONFIG"))
        {
            if (session.Disk.Write(name, content) != 0)
                return false;
        }
        else if (session.Disk.Has(name, content))
        {
            Message("No change to " + name);
            configuration.IsChanged = false;
            return true;
        }
        else if (!Replace(name, content))
            return false;
        Message("configuration written to " + name);
        configuration.IsChanged = false;
        return true;
    }

    private bool Replace(string name, byte[] content)
    {
        string partial = string.Create(CultureInfo.InvariantCulture, $"{name}.{Environment.ProcessId}.tmp");
        if (session.Disk.Write(partial, content) != 0)
            return false;
        session.Disk.Rename(name, name + ".old");
        if (session.Disk.Rename(partial, name) == 0)
            return true;
        _ = session.Disk.Remove(partial);
        return false;
    }

    /// <summary>The text of <c>.config</c>.</summary>
    internal string Text()
    {
        var text = new StringBuilder(1 << 18);
        var lines = new ValueLines(session.Prefix, text);
        text.Append("#\n# Automatically generated file; DO NOT EDIT.\n# ").Append(_tree.Root.Prompt!.Text).Append("\n#\n");
        if (!configuration.IsChanged)
            configuration.Invalidate();
        var changes = new ChangedInput(session, configuration);
        bool[] isDone = new bool[_tree.Symbols.Count];
        bool needsLine = false;
        MenuNode? node = _tree.Root.Child;
        while (node is not null)
        {
            if (node.Symbol is not { } symbol)
            {
                if (_menus.IsVisible(node))
                {
                    text.Append("\n#\n# ").Append(TextOf(node)).Append("\n#\n");
                    needsLine = false;
                }
            }
            else if (!symbol.IsChoice && !isDone[symbol.Id])
            {
                configuration.Calculate(symbol);
                changes.Note(symbol);
                isDone[symbol.Id] = true;
                if (configuration.IsWritten(symbol))
                {
                    if (needsLine)
                        text.Append('\n');
                    needsLine = false;
                    if (symbol.Type != SymbolType.Unknown)
                        lines.Config(symbol, configuration.TextOf(symbol));
                }
            }
            node = Next(node, text, ref needsLine);
        }
        changes.Tell();
        return text.ToString();
    }

    private static string TextOf(MenuNode node) => node.Prompt?.Text ?? "";

    /// <summary>The next entry; menus that end in between get their end.</summary>
    private MenuNode? Next(MenuNode node, StringBuilder text, ref bool needsLine)
    {
        if (node.Child is not null)
            return node.Child;
        MenuNode? at = node;
        bool isOld = _tree.Dialect.HasOldWriters;
        while (at is not null)
        {
            // The older program ends every entry that has something below it, a comment without menu as well, but no empty menu.
            bool mayEnd = isOld ? at != node : at.Prompt?.Kind == PropertyKind.Menu;
            if (mayEnd && at.Symbol is null && at != _tree.Root && _menus.IsVisible(at))
            {
                text.Append("# end of ").Append(TextOf(at)).Append('\n');
                needsLine = true;
            }
            if (at.Next is not null)
                return at.Next;
            at = at.Parent;
        }
        return null;
    }

    /// <summary>Writes what differs from the defaults; false when the file cannot be written.</summary>
    internal bool WriteShort(string name) => session.Disk.Write(name, ByteText.ToBytes(ShortText())) == 0;

    private string ShortText()
    {
        var text = new StringBuilder();
        var lines = new ValueLines(session.Prefix, text);
        configuration.Invalidate();
        var changes = new ChangedInput(session, configuration);
        bool[] isDone = new bool[_tree.Symbols.Count];
        for (MenuNode? node = _tree.Root.After(_tree.Root); node is not null; node = node.After(_tree.Root))
        {
            if (node.Symbol is not { IsChoice: false } symbol || isDone[symbol.Id])
                continue;
            configuration.Calculate(symbol);
            changes.Note(symbol);
            isDone[symbol.Id] = _tree.Dialect.TellsChangedInput;
            if (!configuration.IsWritten(symbol))
                continue;
            configuration.TakeFromFile(symbol);
            if (configuration.IsChangeable(symbol) && configuration.TextOf(symbol) != configuration.DefaultTextOf(symbol) && !IsDefaultOfChoice(symbol))
                lines.Config(symbol, configuration.TextOf(symbol));
        }
        changes.Tell();
        return text.ToString();
    }

    private bool IsDefaultOfChoice(Symbol symbol)
    {
        if (symbol.Choice is not { } choice || configuration.DefaultOfChoice(choice) != symbol || configuration.ValueOf(symbol) != Tristate.Yes)
            return false;
        return !_tree.Dialect.HasOldChoices || (!choice.IsOptional && symbol.Type == SymbolType.Boolean);
    }
}
