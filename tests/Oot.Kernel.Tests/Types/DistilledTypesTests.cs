using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel.Loading;
using Oot.Kernel.Modules;
using Oot.Kernel.Tests.Loading;
using Oot.Kernel.Tests.Proving;
using Oot.Kernel.Types;
using Xunit;

namespace Oot.Kernel.Tests.Types;

/// <summary>
/// A module that brings along what it needs of its kernel's types (<c>.BTF.base</c>), as pahole makes it from 1.26 on and kernels ask for it from 6.11 on. The judge of what is in it is bpftool.
/// </summary>
public class DistilledTypesTests
{
    private const string Kernel = "6.12-cloud";

    private const string Source = """
        #include <linux/module.h>
        #include <linux/device.h>
        #include <linux/pci.h>
        struct inner { long z; MORE };
        struct thing {
            struct list_head list; struct mutex lock; struct device *device; struct inner *inner; struct pci_dev *pci; enum probe_type type; union { int a; long b; }; u8 flags:3, rest:5;
            int (*call)(struct thing *, const struct bus_type *); char name[8]; KNOWN known;
        };
        int thing_open(struct thing *thing, enum probe_type type, const struct device *parent);
        int thing_open(struct thing *thing, enum probe_type type, const struct device *parent)
        {
            return thing->inner->z + thing->type + type + (parent == thing->device);
        }
        EXPORT_SYMBOL_GPL(thing_open);
        int thing_count = 3;
        EXPORT_SYMBOL_GPL(thing_count);
        MODULE_LICENSE("GPL");
        MODULE_DESCRIPTION("types of a kernel and its own");
        """;

    [Fact]
    public void What_a_module_brings_along_is_read_as_bpftool_does_and_a_changed_type_is_named()
    {
        using var directory = new TemporaryDirectory();
        string module = Build(directory, "old", "", "struct completion"), inner = Build(directory, "inner", "int more;", "struct completion"), known = Build(directory, "known", "", "struct work_struct");
        byte[] own = Section(module, ".BTF"), basis = Section(module, ".BTF.base");
        Assert.NotEmpty(basis);
        TypeGraph before = TypeGraph.Read(basis, isDistilled: true)!, types = TypeGraph.Read(own, before)!;

        File.WriteAllBytes(directory.At("basis"), basis);
        Assert.Equal(Dump(directory.At("basis")), Shown(before, 1));
        Assert.Equal(Dump(module), Shown(types, before.Count));

        TypeGraph graph = Graph(module);
        Assert.Equal(types.Count, graph.Count);
        Assert.Empty(new TypeComparison(graph, Graph(module)).Of("thing_open", 2));
        Assert.Equal(["struct inner: has 8 bytes, now 16; more is new at its end"], new TypeComparison(graph, Graph(inner)).Of("thing_open", 2));
        // Another one of the kernel's structures, of which only name and size are there.
        Assert.Equal(["struct completion became struct work_struct"], new TypeComparison(graph, Graph(known)).Of("thing_open", 2));
        Assert.Empty(new TypeComparison(graph, Graph(inner)).Of("thing_count", 2));

        Specimen specimen = Specimen.Built(Kernel, module);
        LoadVerdict verdict = new LoadCheck(Specimen.Offer(Kernel), LoadConditions.Usual, [specimen.Inspect()]).Run()[0];
        Assert.Equal(LoadOutcome.LoadsWithTaint, verdict.Outcome);
    }

    [Fact]
    public void A_structure_of_which_only_the_size_is_known_is_named_where_that_changed()
    {
        // struct mutex: 32 bytes, now 40. The kernel's own numbers, put into what a module brings along.
        using var directory = new TemporaryDirectory();
        string module = Build(directory, "old", "", "struct completion");
        byte[] basis = Section(module, ".BTF.base");
        TypeGraph before = TypeGraph.Read(basis, isDistilled: true)!, types = TypeGraph.Read(Section(module, ".BTF"), before)!;
        int mutex = Enumerable.Range(1, before.Count - 1).Single(type => before.NameOf(type) == "mutex");
        uint size = before.SizeOf(mutex);
        int at = Place(basis, mutex);
        Assert.Equal(size, BitConverter.ToUInt32(basis, at + 8));
        byte[] larger = (byte[])basis.Clone();
        BitConverter.TryWriteBytes(larger.AsSpan(at + 8), size + 8);
        TypeGraph after = TypeGraph.Read(Section(module, ".BTF"), TypeGraph.Read(larger, isDistilled: true))!;
        Assert.Equal([$"struct mutex has {size} bytes, now {size + 8}"], new TypeComparison(types, after).Of("thing_open", 2));
    }

    // Where a type begins in the section.
    private static int Place(byte[] btf, int type)
    {
        int at = (int)(BitConverter.ToUInt32(btf, 4) + BitConverter.ToUInt32(btf, 8));
        for (int number = 1; number < type; number++)
            at += TypeGraph.SizeOfEntry(btf.AsSpan(at));
        return at;
    }

    private static TypeGraph Graph(string module)
    {
        var content = new FileContent(new Disk());
        content.Read(module, ModuleReading.LargestModule, out _);
        ModuleFacts facts = ModuleFacts.Read(module, new ModuleImage(content.Bytes, content.Length), content.Compression);
        return new SymbolTypeSource(new Disk(), Specimen.Offer(Kernel), [], new ModuleSet([facts])).GraphOf("thing_open")!;
    }

    private static byte[] Section(string module, string name)
    {
        byte[] bytes = File.ReadAllBytes(module);
        return new ModuleImage(bytes, bytes.Length).Content(ByteText.ToBytes(name)).ToArray();
    }

    // By the kernel's own makefiles, told that it was built with this pahole.
    private static string Build(TemporaryDirectory directory, string name, string more, string known)
    {
        string pahole = Specimen.Cache + "/pahole/pahole", tree = $"{Specimen.Cache}/kernels/{Kernel}/build";
        string? make = Environment.GetEnvironmentVariable("OOT_MAKE");
        Assert.SkipWhen(make is null, "OOT_MAKE names no make (./test sets it)");
        Assert.SkipWhen(!File.Exists(pahole), "tests/setup/pahole.sh");
        Assert.SkipWhen(!File.Exists(tree + "/vmlinux"), $"tests/setup/kernels.sh {Kernel}");
        directory.Write(name + "/Kbuild", "obj-m := thing.o\n");
        directory.Write(name + "/thing.c", Source.Replace("MORE", more, StringComparison.Ordinal).Replace("KNOWN", known, StringComparison.Ordinal));
        BuiltModules.Run(make!, "-C", tree, $"M={directory.At(name)}", "PAHOLE=" + pahole, "CONFIG_PAHOLE_VERSION=130");
        return directory.At(name + "/thing.ko");
    }

    private static string Dump(string file)
    {
        ProgramResult result = new ProgramRunner(new Disk()).Run(new ProgramRequest(Specimen.Cache + "/pahole/bpftool", ["btf", "dump", "file", file], ProcessContext.Environment()));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        // What types do not depend on is left out.
        return Regex.Replace(result.Output, "(index_type_id|fwd_kind|linkage)=[a-z0-9]+|(?<=ENUM .*)(encoding)=[A-Z]+", "$1$2=#");
    }

    // In bpftool's words.
    private static string Shown(TypeGraph graph, int first)
    {
        var text = new StringBuilder();
        for (int type = first; type < graph.Count; type++)
        {
            TypeKind kind = graph.KindOf(type);
            TypeMember[] members = graph.MembersOf(type);
            text.Append(CultureInfo.InvariantCulture, $"[{type}] {Word(kind)} '{Name(graph.NameOf(type))}'").Append(kind switch
            {
                TypeKind.Integer => $" size={graph.SizeOf(type)} bits_offset={(graph.ExtentOf(type) >> 16) & 255} nr_bits={graph.ExtentOf(type) & 255} encoding={Encoding(graph.ExtentOf(type) >> 24)}",
                TypeKind.Array => $" type_id={graph.TargetOf(type)} index_type_id=# nr_elems={graph.ExtentOf(type)}",
                TypeKind.Struct or TypeKind.Union => $" size={graph.SizeOf(type)} vlen={members.Length}",
                TypeKind.Enumeration => $" encoding=# size={graph.SizeOf(type)} vlen={members.Length}",
                TypeKind.Forward => " fwd_kind=#",
                TypeKind.Function => $" type_id={graph.TargetOf(type)} linkage=#",
                TypeKind.Variable => $" type_id={graph.TargetOf(type)}, linkage=#",
                TypeKind.Prototype => $" ret_type_id={graph.TargetOf(type)} vlen={members.Length}",
                _ => $" type_id={graph.TargetOf(type)}",
            }).Append('\n');
            foreach (TypeMember member in members)
            {
                text.Append(CultureInfo.InvariantCulture, $"\t'{Name(member.Name)}'").Append(kind switch
                {
                    TypeKind.Prototype => $" type_id={member.Type}",
                    TypeKind.Enumeration => $" val={member.Place}",
                    _ => $" type_id={member.Type} bits_offset={member.Place & 0xffffff}{(member.Place >> 24 is > 0 and var bits ? $" bitfield_size={bits}" : "")}",
                }).Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Name(string name) => name.Length == 0 ? "(anon)" : name;

    private static string Encoding(uint bits) => bits switch { 0 => "(none)", 1 => "SIGNED", 2 => "CHAR", _ => "BOOL" };

    private static string Word(TypeKind kind) => kind switch
    {
        TypeKind.Integer => "INT",
        TypeKind.Pointer => "PTR",
        TypeKind.Enumeration => "ENUM",
        TypeKind.Forward => "FWD",
        TypeKind.Function => "FUNC",
        TypeKind.Prototype => "FUNC_PROTO",
        TypeKind.Variable => "VAR",
        _ => kind.ToString().ToUpperInvariant(),
    };
}
