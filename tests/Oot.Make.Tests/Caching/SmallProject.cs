using System.Globalization;

namespace Oot.Make.Tests.Caching;

/// <summary>A project with all that a run can depend on: included and missing makefiles, wildcards, shell functions, a tool, dependency files, a make below; and a cache of its own.</summary>
internal sealed class SmallProject : IDisposable
{
    private const string Makefile = """
        .DEFAULT_GOAL := all
        include rules.mk
        -include missing.mk $(wildcard *.d)
        VPATH = headers1 headers2
        SOURCES := $(sort $(wildcard *.c))
        KIND := $(shell cat kind)
        TOOL := $(shell ./tool --version 2>/dev/null)
        MODE ?= plain
        all: $(SOURCES:.c=.o) same sub
        	@:
        .PHONY: all sub same
        same:
        	@if [ "$(KIND)" = loud ]; then echo loud >&2; fi
        sub:
        	@$(MAKE) -C link EXTRA=$(MODE)
        %.o: %.c common.h kind tool
        	@echo CC $@ $(KIND) $(TOOL) $(MODE)
        	@cat $^ > $@
        """;

    private const string SubMakefile = """
        $(info looking below)
        all: out
        	@:
        out: in $(wildcard include/*)
        	cat $^ > $@
        ifdef FLAVOUR
        $(info flavour $(FLAVOUR))
        endif
        """;

    // Recipes as kbuild has them, that run every time and mostly leave everything as it was.
    private const string Generated = """
        all: generated
        .PHONY: generated
        generated:
        	@set -e; mkdir -p gen/; trap "rm -f gen/.tmp_x.h" EXIT; { ./describe; } > gen/.tmp_x.h; if [ ! -r gen/x.h ] || ! cmp -s gen/x.h gen/.tmp_x.h; then echo '  UPD gen/x.h'; mv -f gen/.tmp_x.h gen/x.h; fi
        	@ln -fsn kind here
        	@{ echo "# generated"; cat here; } > stamp
        	@find sub1 -name 'in*' | sort > list.tmp; if cmp -s list list.tmp; then rm list.tmp; else mv list.tmp list; fi
        """;

    private readonly TemporaryDirectory _root = new();
    private readonly MakeProgram _make;
    private readonly string? _cache;

    /// <summary>The project as it is at first, for one make; with a cache of its own, or one that exists.</summary>
    public SmallProject(MakeProgram make, string? cache = null, bool generates = false)
    {
        _cache = cache;
        _make = make;
        Write("Makefile", $"{Makefile}\n{(generates ? Generated : "")}\n");
        Write("describe", "#!/bin/sh\necho \"flavour $FLAVOUR\"\n[ ! -e missing.mk ] || echo found\nsed s/e/E/ < kind\n");
        File.SetUnixFileMode(At("describe"), (UnixFileMode)0x1ED);
        Write("rules.mk", "NAME = project\n");
        Write("kind", "quiet\n");
        Write("tool", "#!/bin/sh\necho tool 1\n");
        File.SetUnixFileMode(At("tool"), (UnixFileMode)0x1ED);
        foreach (string name in (string[])["one", "two", "three"])
            Write(name + ".c", name + "\n");
        Write("one.d", "one.o: extra.h\n");
        Write("extra.h", "extra\n");
        Directory.CreateDirectory(At("headers1"));
        Write("headers2/common.h", "common\n");
        Write("sub1/Makefile", SubMakefile + "\n");
        Write("sub1/in", "in\n");
        Write("sub1/include/a", "a\n");
        Write("sub2/Makefile", SubMakefile + "\n");
        Write("sub2/in", "other\n");
        File.CreateSymbolicLink(At("link"), "sub1");
    }

    /// <summary>The project's directory.</summary>
    public string Path => System.IO.Path.Combine(_root.Path, "work");

    /// <summary>Where everything is remembered.</summary>
    public string Cache => _cache ?? _root.At("cache");

    /// <summary>How many runs were answered from memory.</summary>
    public int Remembered { get; private set; }

    /// <summary>What was printed on standard error about the cache by the last run.</summary>
    public string Log { get; private set; } = "";

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    /// <summary>Runs make; the project's own path prints as <c>@</c>.</summary>
    public MakeResult Run(IEnumerable<string> words, params IEnumerable<(string Name, string Value)> environment)
    {
        MakeResult result = _make.Run(Path, words, "", [("XDG_CACHE_HOME", Cache), ("OOT_CACHE_LOG", "1"), .. environment]);
        string[] lines = result.Errors.Split('\n');
        Log = string.Join('\n', lines.Where(line => line.StartsWith("oot cache: ", StringComparison.Ordinal)));
        if (Log == "oot cache: run remembered")
            Remembered++;
        string errors = string.Join('\n', lines.Where(line => !line.StartsWith("oot cache: ", StringComparison.Ordinal)));
        return new MakeResult(Neutral(result.Output), Neutral(errors), result.Code);
    }

    /// <summary>Starts make and does not wait for it.</summary>
    public System.Diagnostics.Process Start(string output = "/dev/null", params string[] words) => _make.Start(Path, words, output, ("XDG_CACHE_HOME", Cache));

    private string Neutral(string text) => text.Replace(Path, "@", StringComparison.Ordinal);

    /// <summary>Builds, and runs again until there is a memory of a run that did nothing.</summary>
    public void Learn(params string[] words)
    {
        Run(words);
        for (int i = 0; i < 20; i++)
        {
            Settle();
            int before = Remembered;
            Run(words);
            if (Remembered > before)
                return;
        }
        throw new InvalidOperationException("never remembered: " + Log);
    }

    /// <summary>Longer than a tick of the file system's clock.</summary>
    public static void Settle() => Thread.Sleep(25);

    /// <summary>Every file with its content and mode, one a line.</summary>
    public string Files() =>
        string.Join('\n', Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Describe));

    private string Describe(string path)
    {
        string name = System.IO.Path.GetRelativePath(Path, path);
        var info = new FileInfo(path);
        if (info.LinkTarget is string target)
            return $"{name} -> {target}";
        return Directory.Exists(path) ? name + "/" : string.Create(CultureInfo.InvariantCulture, $"{name} {(int)info.UnixFileMode:x} {Convert.ToHexString(File.ReadAllBytes(path))}");
    }

    public void Dispose() => _root.Dispose();
}
