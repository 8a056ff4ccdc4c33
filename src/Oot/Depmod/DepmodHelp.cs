using Oot.Deploy.Indexing;

namespace Oot.Depmod;

/// <summary>What depmod says of itself.</summary>
internal static class DepmodHelp
{
    internal static string Text(string program, KmodLevel level, bool own) => $"""
        Usage:
        	{program} -[aA] [options] [forced_version]

        If no arguments (except options) are given, "depmod -a" is assumed

        depmod will output a dependency list suitable for the modprobe utility.

        Options:
        	-a, --all            Probe all modules
        	-A, --quick          Only does the work if there's a new module
        	-e, --errsyms        Report not supplied symbols
        	-n, --show           Write the dependency file on stdout only
        	-P, --symbol-prefix  Architecture symbol prefix
        	-C, --config=PATH    Read configuration from PATH
        	-v, --verbose        Enable verbose mode
        	-w, --warn           Warn on duplicates
        	-V, --version        show version
        	-h, --help           show this help

        The following options are useful for people managing distributions:

        """ + (level.HasDirectories
        ? """
        	-b, --basedir=DIR    Root path (default: /).
        	-m, --moduledir=DIR  Module directory (default: /lib/modules).
        	-o, --outdir=DIR     Output root path (default: same as <basedir>).

        """
        : "\t-b, --basedir=DIR    Use an image of a module tree.\n") + """
        	-F, --filesyms=FILE  Use the file instead of the
        	                     current kernel symbols.
        	-E, --symvers=FILE   Use Module.symvers file to check
        	                     symbol versions.

        """ + (own ? """

        oot's own:
        	    --kmod-compat=N  Files and options as of kmod 30, 33 or 34 (default: as
        	                     the installed kmod's; with -b as those that are there)
        	    --no-cache       Read every module, also those that were read before
        	    --json           Print what was made as JSON
        Examples:
        	oot depmod 6.1.0-56-amd64
        	oot depmod -b /mnt -A 6.12.95+deb12-amd64
        	oot depmod -b image -e -E Module.symvers --kmod-compat=34 6.12.95+deb12-amd64
        	oot depmod -n | grep '^alias pci:'

        """ : "");
}
