namespace Oot.Modpost.Tests;

/// <summary>Copies of kernel trees, made of links, that differ from the real ones in their <c>scripts/mod</c>.</summary>
public sealed class LinkedTrees : IDisposable
{
    private static readonly string[] Kinds = ["lsb-64", "lsb-32", "msb-64", "msb-32"];
    private readonly TemporaryDirectory directory = new();

    /// <summary>The path of modpost in a tree that has none, so that headers, makefiles and the release have to tell what it is like.</summary>
    internal string Missing(Modpost modpost) => Program(modpost, "missing", _ => { });

    /// <summary>The same in a tree whose modpost is the real one and not Debian's wrapper.</summary>
    internal string Real(Modpost modpost) => Program(modpost, "real-" + modpost.Kind, program => File.CreateSymbolicLink(program, modpost.RealProgram));

    /// <summary>Debian's wrapper with what starts the real ones here beside it.</summary>
    internal string Wrapper(Modpost modpost) => Program(modpost, "wrapper", program =>
    {
        File.CreateSymbolicLink(program, modpost.WrapperProgram);
        foreach (string kind in Kinds)
        {
            string script = $"{program}.real-{kind}";
            File.WriteAllText(script, $"#!/bin/bash\n{new Modpost(modpost.Kernel, kind).StartCommand(program)}\n");
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    });

    public void Dispose() => directory.Dispose();

    private string Program(Modpost modpost, string kind, Action<string> make)
    {
        string tree = Path.Combine(directory.Path, modpost.Kernel, kind), scripts = Path.Combine(tree, "scripts"), program = Path.Combine(scripts, "mod/modpost");
        if (Directory.Exists(tree))
            return program;
        Directory.CreateDirectory(Path.Combine(scripts, "mod"));
        Link(tree, modpost.Tree, "scripts");
        Link(scripts, Path.Combine(modpost.Tree, "scripts"), "mod");
        make(program);
        return program;
    }

    private static void Link(string directory, string real, string without)
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(real).Where(entry => Path.GetFileName(entry) != without))
            File.CreateSymbolicLink(Path.Combine(directory, Path.GetFileName(entry)), entry);
    }
}
