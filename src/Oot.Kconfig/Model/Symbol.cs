namespace Oot.Kconfig.Model;

/// <summary>A name with a value: an option, a choice, or a constant. Its value in a configuration is not here but in <see cref="Values.Configuration"/>.</summary>
public sealed class Symbol
{
    internal Symbol(int id, string? name, bool isConstant)
    {
        Id = id;
        Name = name;
        IsConstant = isConstant;
    }

    /// <summary>Its number in the tree; <c>n</c>, <c>m</c> and <c>y</c> are 0, 1 and 2.</summary>
    public int Id { get; }

    /// <summary>Without <c>CONFIG_</c>; null for a choice without a name.</summary>
    public string? Name { get; }

    /// <summary>Whether it stands in quotes, or is one of <c>n</c>, <c>m</c>, <c>y</c>.</summary>
    public bool IsConstant { get; }

    /// <summary>What values it has.</summary>
    public SymbolType Type { get; internal set; }

    /// <summary>Whether it is a choice itself.</summary>
    public bool IsChoice { get; internal set; }

    /// <summary>Whether it is one of a choice's members.</summary>
    public bool IsChoiceMember { get; internal set; }

    /// <summary>Up to 6.10: a choice of which none need be chosen; also set for every symbol that is no choice.</summary>
    public bool IsOptional { get; internal set; }

    /// <summary>Whether it is read and never written (<c>transitional</c>).</summary>
    public bool IsTransitional { get; internal set; }

    /// <summary>5.10: <c>option allnoconfig_y</c>.</summary>
    internal bool IsYesInAllNo { get; set; }

    /// <summary>Whether it is for Kconfig itself alone and never written: choices, and up to 5.12 the list of defconfigs.</summary>
    internal bool IsInternal { get; set; }

    /// <summary>Whether its properties have been checked.</summary>
    internal bool IsChecked { get; set; }

    /// <summary>Where it is defined, in the order of the files.</summary>
    public IReadOnlyList<MenuNode> Definitions => _definitions;

    /// <summary>Its first property; the others follow by <see cref="Property.Next"/>.</summary>
    public Property? Properties { get; private set; }

    /// <summary>What it depends on directly: the definitions' dependencies, joined by or; 0: nothing.</summary>
    public int DirectDependency { get; internal set; }

    /// <summary>What selects it, joined by or; 0: nothing.</summary>
    public int ReverseDependency { get; internal set; }

    /// <summary>What implies it, joined by or; 0: nothing.</summary>
    public int Implied { get; internal set; }

    /// <summary>Of a choice's member: the choice that it belongs to; null for others.</summary>
    public Symbol? Choice { get; internal set; }

    /// <summary>Of a choice: its members in the order of the files.</summary>
    public IReadOnlyList<Symbol> Members => _members ?? (IReadOnlyList<Symbol>)[];

    private List<Symbol>? _members;
    private readonly List<MenuNode> _definitions = new(1);
    private Property? _last;

    internal void AddMember(Symbol member) => (_members ??= []).Add(member);

    internal void AddDefinition(MenuNode node) => _definitions.Add(node);

    internal void Add(Property property)
    {
        if (_last is null)
            Properties = property;
        else
            _last.Next = property;
        _last = property;
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? "<choice>";
}
