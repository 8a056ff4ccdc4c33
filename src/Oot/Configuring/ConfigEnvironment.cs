using System.Globalization;
using Oot.Core;

namespace Oot.Configuring;

/// <summary>
/// The variables that kbuild sets before it calls conf, for who calls oot without kbuild (kernel 6.12, Makefile and scripts/subarch.include). What the caller sets stays as it is.
/// </summary>
internal sealed class ConfigEnvironment(IDisk disk, IProgramRunner programs, string source)
{
    private static readonly (string Machine, string Architecture)[] Machines =
    [
        ("x86_64", "x86"), ("i386", "x86"), ("i486", "x86"), ("i586", "x86"), ("i686", "x86"), ("aarch64", "arm64"), ("armv7l", "arm"), ("armv6l", "arm"), ("s390x", "s390"),
        ("ppc64le", "powerpc"), ("ppc64", "powerpc"), ("mips64", "mips"), ("riscv64", "riscv"), ("loongarch64", "loongarch"),
    ];

    private static readonly (string Architecture, string Directory)[] Directories =
    [
        ("i386", "x86"), ("x86_64", "x86"), ("sparc32", "sparc"), ("sparc64", "sparc"), ("parisc64", "parisc"),
    ];

    private IReadOnlyList<string> _variables = [];

    /// <summary>The whole environment for a call.</summary>
    internal IReadOnlyList<string> For(IReadOnlyList<string> environment)
    {
        _variables = environment;
        Default("srctree", source);
        Default("objtree", ".");
        Default("ARCH", OfThisMachine());
        Default("SRCARCH", DirectoryOf(Value("ARCH")));
        Default("KERNELVERSION", Version());
        bool isClang = Value("LLVM") is { Length: > 0 };
        string prefix = isClang ? "llvm-" : Value("CROSS_COMPILE");
        foreach ((string name, string program) in (ReadOnlySpan<(string, string)>)[("AR", "ar"), ("NM", "nm"), ("OBJCOPY", "objcopy"), ("STRIP", "strip"), ("READELF", "readelf")])
            Default(name, prefix + program);
        Default("LD", isClang ? "ld.lld" : Value("CROSS_COMPILE") + "ld");
        Default("CC", isClang ? "clang" : Value("CROSS_COMPILE") + "gcc");
        foreach ((string name, string program) in (ReadOnlySpan<(string, string)>)
            [("HOSTCC", "gcc"), ("HOSTCXX", "g++"), ("RUSTC", "rustc"), ("BINDGEN", "bindgen"), ("PAHOLE", "pahole"), ("PYTHON3", "python3"), ("CONFIG_SHELL", "sh"), ("CLANG_FLAGS", "")])
            Default(name, program);
        Default("CC_VERSION_TEXT", FirstLine(Value("CC")).Replace("#", "", StringComparison.Ordinal));
        Default("RUSTC_VERSION_TEXT", FirstLine(Value("RUSTC")));
        Default("PAHOLE_VERSION", PaholeVersion());
        return _variables;
    }

    private void Default(string name, string? value)
    {
        if (value is not null && ProcessEnvironment.Value(_variables, name) is null)
            _variables = ProcessEnvironment.With(_variables, name, value);
    }

    private string Value(string name) => ProcessEnvironment.Value(_variables, name) ?? "";

    private string OfThisMachine()
    {
        string machine = programs.Run(new ProgramRequest("uname", ["-m"], _variables)).Output.Trim();
        foreach ((string known, string architecture) in Machines)
        {
            if (known == machine)
                return architecture;
        }
        return machine;
    }

    private static string DirectoryOf(string architecture)
    {
        foreach ((string known, string directory) in Directories)
        {
            if (known == architecture)
                return directory;
        }
        return architecture;
    }

    private string Version()
    {
        string version = "", extra = "";
        disk.Read(source + "/Makefile", out string makefile);
        foreach (string line in makefile.Split('\n').Take(20))
        {
            int equals = line.IndexOf(" =", StringComparison.Ordinal);
            if (equals < 0)
                continue;
            string value = line[(equals + 2)..].Trim();
            switch (line[..equals])
            {
                case "VERSION":
                    version = value;
                    break;
                case "PATCHLEVEL" or "SUBLEVEL" when value.Length > 0:
                    version += "." + value;
                    break;
                case "EXTRAVERSION":
                    extra = value;
                    break;
            }
        }
        return version + extra;
    }

    private string FirstLine(string program)
    {
        string[] words = program.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || ProcessEnvironment.FindProgram(disk, _variables, words[0]) is null)
            return "";
        ProgramResult result = programs.Run(new ProgramRequest(words[0], [.. words[1..], "--version"], ProcessEnvironment.With(_variables, "LC_ALL", "C"))).UnlessInterrupted();
        int end = result.Output.IndexOf('\n');
        return end < 0 ? result.Output : result.Output[..end];
    }

    /// <summary>As scripts/pahole-version.sh has it: v1.25 is 125.</summary>
    private string PaholeVersion()
    {
        string[] parts = FirstLine(Value("PAHOLE")).TrimStart('v').Split('.');
        return parts.Length == 2 && int.TryParse(parts[0], out int major) && int.TryParse(parts[1], out int minor)
            ? ((major * 100) + minor).ToString(CultureInfo.InvariantCulture) : "0";
    }
}
