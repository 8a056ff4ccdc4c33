namespace Oot.Modinfo;

/// <summary>What modinfo says of itself.</summary>
internal static class ModinfoHelp
{
    internal static string Text(string program, bool own) => $"""
        Usage:
        	{program} [options] <modulename|filename> [args]
        Options:
        	-a, --author                Print only 'author'
        	-d, --description           Print only 'description'
        	-l, --license               Print only 'license'
        	-p, --parameters            Print only 'parm'
        	-n, --filename              Print only 'filename'
        	-0, --null                  Use \0 instead of \n
        	-m, --modname               Handle argument as module name instead of alias or filename
        	-F, --field=FIELD           Print only provided FIELD
        	-k, --set-version=VERSION   Use VERSION instead of `uname -r`
        	-b, --basedir=DIR           Use DIR as filesystem root for /lib/modules
        	-V, --version               Show version
        	-h, --help                  Show this help

        """ + (own ? """
        	    --json                  Print JSON: all that oot knows of the modules
        	    --kmod-compat=LEVEL     Be like kmod 30 or 34 (default: the installed one)
        Examples:
        	oot modinfo drv.ko.xz
        	oot modinfo -F vermagic drv.ko
        	oot modinfo -b /mnt -k 6.1.0-56-amd64 pci:v00008086d00001533sv00000000sd00000000bc02sc00i00
        	oot modinfo --json *.ko

        """ : "");

    internal static string Version(int level) => $"kmod version {(level < 34 ? "30\n+ZSTD +XZ -ZLIB +LIBCRYPTO -EXPERIMENTAL" : "34.2\n+ZSTD +XZ -ZLIB +OPENSSL")}\n";
}
