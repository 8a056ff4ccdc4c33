using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// The C library of a newer Debian, with its loader and what objtool and resolve_btfids need besides, unpacked in oot's store: programs are started through that loader and
/// nothing is installed.
/// </summary>
internal sealed class DebianLibrary
{
    // The newest glibc of each suite. What is newer than all of them is looked for in the last.
    private static readonly (int Minor, string Suite)[] Suites = [(31, "bullseye"), (36, "bookworm"), (41, "trixie"), (99, "forky")];

    private readonly IDisk disk;
    private readonly IReadOnlyList<string> environment;
    private readonly KernelStore store;
    private readonly Action<string> say;
    private readonly string suite;
    private readonly string directory;

    private DebianLibrary(IDisk disk, IReadOnlyList<string> environment, KernelStore store, string suite, Action<string> say)
    {
        this.disk = disk;
        this.environment = environment;
        this.store = store;
        this.suite = suite;
        this.say = say;
        directory = $"{store.Directory}/.libraries/{suite}-{HostMachine.Architecture.Debian}";
    }

    /// <summary>The library that has a version of glibc.</summary>
    /// <param name="minor">38 for 2.38.</param>
    internal static DebianLibrary For(IDisk disk, IReadOnlyList<string> environment, KernelStore store, int minor, Action<string> say) =>
        new(disk, environment, store, Array.Find(Suites, one => minor <= one.Minor).Suite ?? Suites[^1].Suite, say);

    /// <summary>Whether it has been fetched.</summary>
    internal bool IsThere => Loader.Length > 0;

    /// <summary>The path of its loader; empty when it has not been fetched.</summary>
    internal string Loader
    {
        get
        {
            foreach (string place in new[] { "usr/lib64", "lib64", "usr/lib/" + HostMachine.Architecture.Triplet, "lib/" + HostMachine.Architecture.Triplet, "usr/lib", "lib" })
            {
                if (disk.List($"{directory}/{place}", out IReadOnlyList<string> names) == 0 && names.FirstOrDefault(name => name.StartsWith("ld-linux", StringComparison.Ordinal)) is string loader)
                    return $"{directory}/{place}/{loader}";
            }
            return "";
        }
    }

    /// <summary>Where its loader finds libraries: its own first, then this system's.</summary>
    internal string SearchPath
    {
        get
        {
            string triplet = HostMachine.Architecture.Triplet;
            return $"{directory}/usr/lib/{triplet}:{directory}/lib/{triplet}:/usr/lib/{triplet}:/lib/{triplet}";
        }
    }

    /// <summary>Fetches it; false when that fails, which is said.</summary>
    internal bool Fetch()
    {
        if (ProcessEnvironment.FindProgram(disk, environment, "apt-get") is null || ProcessEnvironment.FindProgram(disk, environment, "dpkg-deb") is null
            || DebianSources.Read(disk).For(suite) is not { } sources)
            return false;
        using IDisposable held = store.Lock();
        if (IsThere)
            return true;
        var archive = new DebianArchive(disk, new ProgramRunner(disk), environment, $"{store.Directory}/.apt/library-{suite}", sources, HostMachine.Architecture.Debian, null);
        say($"fetching the C library of Debian's {suite}, which this kernel's host programs need");
        string unfinished = store.NewUnfinished();
        string? failure = archive.Update() ?? Unpack(archive, unfinished);
        if (failure is null)
        {
            Directory.CreateDirectory(ByteText.ToUnicode(store.Directory + "/.libraries"));
            Directory.Move(ByteText.ToUnicode(unfinished), ByteText.ToUnicode(directory));
            return IsThere;
        }
        Directory.Delete(ByteText.ToUnicode(unfinished), recursive: true);
        say(failure);
        return false;
    }

    private string? Unpack(DebianArchive archive, string unfinished)
    {
        var names = new List<string> { "libc6", archive.Package("libelf1t64") is null ? "libelf1" : "libelf1t64" };
        for (int i = 0; i < names.Count && names.Count < 30; i++)
        {
            foreach (string needed in archive.Package(names[i])?.Depends ?? [])
            {
                if ((needed.StartsWith("lib", StringComparison.Ordinal) || needed == "zlib1g") && !names.Contains(needed))
                    names.Add(needed);
            }
        }
        string downloads = unfinished + "/.deb";
        Directory.CreateDirectory(ByteText.ToUnicode(downloads));
        if (archive.Download(names, downloads) is string said)
            return said;
        _ = disk.List(downloads, out IReadOnlyList<string> files);
        foreach (string file in files.Where(file => file.EndsWith(".deb", StringComparison.Ordinal)))
        {
            ProgramResult result = new ProgramRunner(disk).Run(new ProgramRequest("dpkg-deb", ["-x", $"{downloads}/{file}", unfinished], environment));
            if (!result.Succeeded)
                return result.Error.Trim();
        }
        Directory.Delete(ByteText.ToUnicode(downloads), recursive: true);
        return null;
    }
}
