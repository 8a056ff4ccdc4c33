namespace Oot.Make.Options;

/// <summary>
/// Who gave the switches; a later value outranks an earlier one, so a makefile's <c>MAKEFLAGS</c> cannot undo the
/// command line's <c>-s</c>, <c>-k</c> or <c>-w</c>.
/// </summary>
internal enum OptionOrigin
{
    Default,
    Environment,
    File,
    EnvironmentOverride,
    Command,
    Override,
}
