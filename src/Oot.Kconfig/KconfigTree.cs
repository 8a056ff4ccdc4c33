using Oot.Kconfig.Expressions;
using Oot.Kconfig.Model;

namespace Oot.Kconfig;

/// <summary>A tree of Kconfig files that was read without error. Nothing in it changes; values are in a <see cref="Values.Configuration"/>.</summary>
public sealed class KconfigTree
{
    internal KconfigTree(
        KconfigDialect dialect, SymbolTable symbols, ExpressionTable expressions, MenuNode root, Symbol modules, Symbol? defconfigList, int propertyCount,
        IReadOnlyList<string> files, IReadOnlyList<KeyValuePair<string, string>> usedEnvironment)
    {
        Dialect = dialect;
        Symbols = symbols;
        Expressions = expressions;
        Root = root;
        Modules = modules;
        DefconfigList = defconfigList;
        PropertyCount = propertyCount;
        Files = files;
        UsedEnvironment = usedEnvironment;
    }

    /// <summary>What it was read as.</summary>
    public KconfigDialect Dialect { get; }

    /// <summary>All symbols.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>All expressions.</summary>
    public ExpressionTable Expressions { get; }

    /// <summary>The entry above all; its prompt is the main menu's text.</summary>
    public MenuNode Root { get; }

    /// <summary>The symbol that says whether there are modules; <c>n</c> where none does.</summary>
    public Symbol Modules { get; }

    /// <summary>5.10: the symbol whose defaults are the names of configurations to begin with; null without one.</summary>
    internal Symbol? DefconfigList { get; }

    /// <summary>How many properties there are.</summary>
    internal int PropertyCount { get; }

    /// <summary>The files, in the order in which they were opened.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The environment variables that were read and set, in that order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> UsedEnvironment { get; }
}
