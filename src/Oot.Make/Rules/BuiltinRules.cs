namespace Oot.Make.Rules;

/// <summary>
/// What make 4.4.1 knows on Linux before it reads a makefile. The order is part of the meaning: of two rules that fit
/// equally well the earlier one wins. Nothing is built before it is asked for, and each asking builds anew.
/// </summary>
internal static partial class BuiltinRules
{
    /// <summary>The value of <c>SUFFIXES</c> and the prerequisites of <c>.SUFFIXES</c>; <c>.s</c> comes after what it is compiled from.</summary>
    public const string DefaultSuffixes =
        ".out .a .ln .o .c .cc .C .cpp .p .f .F .m .r .y .l .ym .yl .s .S .mod .sym .def .h .info .dvi " +
        ".tex .texinfo .texi .txinfo .w .ch .web .sh .elc .el";

    /// <summary>Installed after the makefiles are read.</summary>
    public static (string Target, string Prerequisites, string Recipe)[] PatternRules =>
    [
        ("(%)", "%", "$(AR) $(ARFLAGS) $@ $<"),
        ("%.out", "%", "@rm -f $@ \n cp $< $@"),
        ("%.c", "%.w %.ch", "$(CTANGLE) $^ $@"),
        ("%.tex", "%.w %.ch", "$(CWEAVE) $^ $@"),
    ];

    /// <summary>Installed after <see cref="PatternRules"/>: revision control, whose prerequisites must exist.</summary>
    public static (string Target, string Prerequisites, string Recipe)[] TerminalRules =>
    [
        ("%", "%,v", "$(CHECKOUT,v)"),
        ("%", "RCS/%,v", "$(CHECKOUT,v)"),
        ("%", "RCS/%", "$(CHECKOUT,v)"),
        ("%", "s.%", "$(GET) $(GFLAGS) $(SCCS_OUTPUT_OPTION) $<"),
        ("%", "SCCS/s.%", "$(GET) $(GFLAGS) $(SCCS_OUTPUT_OPTION) $<"),
    ];
}
