using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Kconfig.Model;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Files;

/// <summary>
/// What kbuild reads: <c>auto.conf</c> and what it depends on, <c>autoconf.h</c>, <c>rustc_cfg</c>, and a file for each option that changes when the option does (kernel 5.10 to 7.x,
/// scripts/kconfig/confdata.c).
/// </summary>
internal sealed class AutoFiles(KconfigSession session, Configuration configuration)
{
    private readonly KconfigTree _tree = configuration.Tree;
    private readonly KconfigDialect _dialect = configuration.Tree.Dialect;
    private readonly string _name = session.Variable("KCONFIG_AUTOCONFIG") ?? "include/config/auto.conf";

    /// <summary>Writes them; false when something cannot be written. Where they are there already, only on <paramref name="overwrites"/>.</summary>
    internal bool Write(bool overwrites)
    {
        if (!overwrites && session.Disk.Stat(_name, out _) == 0)
            return true;
        string commands = _dialect.HasOldWriters ? "include/config/auto.conf.cmd" : _name + ".cmd";
        if (!WriteTo(commands, Commands()))
            return false;
        foreach (Symbol symbol in _tree.Symbols.InProgramOrder)
            configuration.Calculate(symbol);
        if (!new OptionFiles(session, configuration, _name).Touch())
            return false;
        string header = session.Variable("KCONFIG_AUTOHEADER") ?? "include/generated/autoconf.h";
        if (!WriteTo(header, HeaderText()))
            return false;
        string rust = session.Variable("KCONFIG_RUSTCCFG") ?? "include/generated/rustc_cfg";
        if (_dialect.HasRust && !WriteTo(rust, RustText()))
            return false;
        // The last one: it says that all the others are there.
        return WriteTo(_name, AutoText());
    }

    private bool WriteTo(string path, StringBuilder text)
    {
        if (session.Disk.MakeParents(path) != 0)
            return false;
        int errno = session.Disk.Replace(path, ByteText.ToBytes(text.ToString()));
        if (errno != 0)
            session.PrintError($"fopen: {Errno.Message(errno)}\n");
        return errno == 0;
    }

    private StringBuilder AutoText()
    {
        var text = new StringBuilder(1 << 18).Append("#\n# Automatically generated file; DO NOT EDIT.\n# ").Append(_tree.Root.Prompt!.Text).Append("\n#\n");
        var lines = new ValueLines(session.Prefix, text);
        ForEach((symbol, value) => lines.AutoConf(symbol, value, isQuoted: _dialect.HasOldWriters));
        return text;
    }

    private StringBuilder HeaderText()
    {
        string empty = _dialect.HasOldWriters ? " *\n" : "";
        var text = new StringBuilder(1 << 18);
        text.Append("/*\n").Append(empty).Append(" * Automatically generated file; DO NOT EDIT.\n * ").Append(_tree.Root.Prompt!.Text).Append('\n').Append(empty).Append(" */\n");
        var lines = new ValueLines(session.Prefix, text);
        ForEach(lines.Header);
        return text;
    }

    private StringBuilder RustText()
    {
        var text = new StringBuilder(1 << 18);
        var lines = new ValueLines(session.Prefix, text);
        ForEach(lines.Rust);
        return text;
    }

    private void ForEach(Action<Symbol, string> write)
    {
        foreach (Symbol symbol in _tree.Symbols.InProgramOrder)
        {
            if (symbol.Name is not null && configuration.IsWritten(symbol))
                write(symbol, configuration.TextOf(symbol));
        }
    }

    /// <summary>The makefile that says when all this has to be made anew: any Kconfig file, or a variable that one of them reads.</summary>
    private StringBuilder Commands() => _dialect.HasNewPlaces ? NewCommands() : OldCommands();

    private StringBuilder NewCommands()
    {
        var text = new StringBuilder().Append("autoconfig := ").Append(_name).Append("\n\ndeps_config := \\\n");
        foreach (string file in _tree.Files)
            text.Append('\t').Append(file).Append(" \\\n");
        text.Append("\n$(autoconfig): $(deps_config)\n$(deps_config): ;\n");
        foreach ((string variable, string value) in _tree.UsedEnvironment)
            text.Append(CultureInfo.InvariantCulture, $"\nifneq \"$({variable})\" \"{value}\"\n$(autoconfig): FORCE\nendif\n");
        return text;
    }

    private StringBuilder OldCommands()
    {
        var text = new StringBuilder("deps_config := \\\n");
        for (int i = _tree.Files.Count - 1; i >= 0; i--)
            text.Append('\t').Append(_tree.Files[i]).Append(_dialect.HasOldWriters && i == 0 ? "\n" : " \\\n");
        text.Append('\n').Append(_name).Append(_dialect.HasOldWriters ? ": \\\n\t$(deps_config)\n\n" : ": $(deps_config)\n\n");
        foreach ((string variable, string value) in _tree.UsedEnvironment)
            text.Append(CultureInfo.InvariantCulture, $"ifneq \"$({variable})\" \"{value}\"\n{_name}: FORCE\nendif\n");
        return text.Append("\n$(deps_config): ;\n");
    }
}
