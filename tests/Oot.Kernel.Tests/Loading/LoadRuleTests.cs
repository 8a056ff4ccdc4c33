using Oot.Kernel.Loading;
using Xunit;

namespace Oot.Kernel.Tests.Loading;

/// <summary>Every rule of the loader, with a module that breaks it and no other, on Debian's 5.10, 6.1, 6.12 and 7.x kernels. The messages are those of kernel/module/ of each.</summary>
public class LoadRuleTests
{
    private const string Unsigned = "vfat: module verification failed: signature and/or required key missing - tainting kernel";
    private const string LockWarning = "Disabling lock debugging due to kernel taint";

    public static TheoryData<string> All => ["5.10", "6.1", "6.12", "7.x"];

    public static TheoryData<string> Since517 => ["6.1", "6.12", "7.x"];

    public static TheoryData<string> WithCrcs => ["5.10", "6.1", "6.12"];

    public static TheoryData<string> Late => ["6.12", "7.x"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_kernels_own_module_loads_after_what_it_needs(string kernel)
    {
        LoadVerdict verdict = Specimen.Signed(kernel, "vfat").Check();
        Assert.Equal((LoadOutcome.Loads, 0, "", "fat"), (verdict.Outcome, verdict.Errno, string.Join('\n', verdict.Log), string.Join(' ', verdict.LoadFirst)));
        Assert.Empty(verdict.Notes);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_unsigned_one_taints(string kernel) => Loads(Specimen.Of(kernel, "vfat").Check(), [Unsigned], Taint.Unsigned);

    [Theory]
    [MemberData(nameof(All))]
    public void One_that_was_changed_after_signing_is_refused_without_a_word(string kernel) => Refused(Specimen.Signed(kernel, "vfat").Flip(200).Check(), LoadRule.SignatureWrong, 129);

    [Theory]
    [MemberData(nameof(All))]
    public void Signatures_that_are_none_are_refused(string kernel)
    {
        Refused(Specimen.Signed(kernel, "vfat").Flip(-Oot.Kernel.Modules.SignatureBlock.Marker.Length - 4).Check(), LoadRule.SignatureWrong, 74);
        int start = Specimen.Signed(kernel, "vfat").Inspect().Facts.Signature.SignatureStart;
        Refused(Specimen.Signed(kernel, "vfat").Flip(start).Check(), LoadRule.SignatureWrong, 74);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Enforced_signatures_refuse_what_is_unsigned_or_of_a_key_that_is_not_there(string kernel)
    {
        var enforced = new LoadConditions { EnforcesSignatures = true, Blacklist = ["vfat"] };
        Refused(Specimen.Of(kernel, "vfat").Check(enforced), LoadRule.SignatureWanted, 129, "Loading of unsigned module is rejected");
        Specimen other = Specimen.Signed(kernel, "vfat");
        byte[] serial = other.Inspect().Facts.Signer!.Serial.ToArray();
        other.Flip(other.Bytes.AsSpan().LastIndexOf(serial) + 3);
        Refused(other.Check(enforced), LoadRule.SignatureWanted, 129, "Loading of module with unavailable key is rejected");
        Assert.Equal(LoadOutcome.LoadsWithTaint, other.Check().Outcome);
        Refused(Specimen.Of(kernel, "vfat").Check(new LoadConditions { IsLockedDown = true }), LoadRule.LockedDown, 1, "Lockdown: insmod: unsigned module loading is restricted; see man kernel_lockdown.7");
    }

    [Fact]
    public void Damaged_objects_are_one_line_in_5_10()
    {
        const string Line = "Module has invalid ELF structures";
        Refused(Specimen.Of("5.10", "vfat").Cut(40).Check(), LoadRule.ObjectWrong, 8, Line);
        Refused(Specimen.Of("5.10", "vfat").Put16(18, 183).Check(), LoadRule.OtherArchitecture, 8, Line);
        Assert.Matches($@"^Invalid ELF section in module \(section \d+ type 1\)\n{Line}$", string.Join('\n', Specimen.Of("5.10", "vfat").SetHeader(".data", 32, 1UL << 40).Check().Log));
        Refused(Specimen.Of("5.10", "vfat").Replace(".gnu.linkonce.this_module", ".gnu.linkonce.that_module").Check(), LoadRule.ObjectWrong, 8, "vfat: No module found in object");
    }

    [Fact]
    public void A_symbol_in_a_section_that_is_not_there_cannot_be_told_of_5_10() =>
        Assert.Equal(LoadOutcome.CannotTell, Specimen.Of("5.10", "vfat").SetSection("fat_search_long", 0x7000).Check().Outcome);

    [Theory]
    [MemberData(nameof(Since517))]
    public void Damaged_objects_are_refused_with_what_is_wrong(string kernel)
    {
        bool parts = kernel == "7.x";
        Refused(Specimen.Of(kernel, "vfat").Cut(40).Check(), LoadRule.ObjectWrong, 8, "Invalid ELF header len 40");
        Refused(Specimen.Of(kernel, "vfat").Flip(0).Check(), LoadRule.ObjectWrong, 8, "Invalid ELF header magic: != \u007fELF");
        Refused(Specimen.Of(kernel, "vfat").Put16(16, 3).Check(), LoadRule.ObjectWrong, 8, "Invalid ELF header type: 3 != 1");
        Refused(Specimen.Of(kernel, "vfat").Put16(18, 183).Check(), LoadRule.OtherArchitecture, 8, "Invalid architecture in ELF header: 183");
        Refused(Specimen.Of(kernel, "vfat").Put16(58, 40).Check(), LoadRule.ObjectWrong, 8, "Invalid ELF section header size");
        Specimen half = Specimen.Of(kernel, "vfat");
        Refused(half.Cut(half.Bytes.Length / 2).Check(), LoadRule.ObjectWrong, 8, "Invalid ELF section header overflow");
        int count = Specimen.Of(kernel, "vfat").SectionCount;
        Refused(Specimen.Of(kernel, "vfat").Put16(62, 0).Check(), LoadRule.ObjectWrong, 8, $"Invalid ELF section name index: 0 || e_shstrndx (0) >= e_shnum ({count})");
        LoadVerdict outside = Specimen.Of(kernel, "vfat").SetHeader(".data", 32, 1UL << 40).Check();
        Assert.Matches(@"^Invalid ELF section in module \(section \d+ type 1\)$", Assert.Single(outside.Log));
        Refused(Specimen.Of(kernel, "vfat").Replace(".gnu.linkonce.this_module", ".gnu.linkonce.that_module").Check(), LoadRule.ObjectWrong, 8,
            kernel == "6.1" ? "vfat: No module found in object" : $"module vfat: {(parts ? "Exactly" : "Only")} one .gnu.linkonce.this_module section must exist.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Struct_module_of_another_size_is_refused_since_6_4(string kernel)
    {
        Specimen specimen = Specimen.Of(kernel, "vfat");
        specimen.SetHeader(".gnu.linkonce.this_module", 32, specimen.SizeOf(".gnu.linkonce.this_module") - 64);
        if (IsEarly(kernel))
            Loads(specimen.Check(), [Unsigned], Taint.Unsigned);
        else
            Refused(specimen.Check(), LoadRule.StructSize, 8, "module vfat: .gnu.linkonce.this_module section size must match the kernel's built struct module size at run time");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_stripped_module_is_refused(string kernel) => Refused(Specimen.Of(kernel, "vfat").SetHeader(".symtab", 4, 1).Check(), LoadRule.Stripped, 8, "vfat: module has no symbols (stripped?)");

    [Theory]
    [MemberData(nameof(All))]
    public void Blacklisted_and_loaded_ones_are_refused(string kernel)
    {
        Refused(Specimen.Signed(kernel, "vfat").Check(new LoadConditions { Blacklist = ["fat", "vfat"] }), LoadRule.Blacklisted, 1, "Module vfat is blacklisted");
        Refused(Specimen.Signed(kernel, "vfat").Check(new LoadConditions { Loaded = new HashSet<string> { "fat", "vfat" } }), LoadRule.AlreadyLoaded, 17);
    }

    [Theory]
    [MemberData(nameof(WithCrcs))]
    public void Another_layout_is_refused_before_vermagic(string kernel) =>
        Refused(Specimen.Of(kernel, "vfat").FlipCrc("module_layout").Replace("vermagic=" + Specimen.Offer(kernel).Vermagic!.Value.Text[..1], "vermagic=4").Check(), LoadRule.Layout, 8, "vfat: disagrees about version of symbol module_layout");

    [Theory]
    [MemberData(nameof(All))]
    public void Another_release_matters_where_there_are_no_CRCs(string kernel)
    {
        string magic = Specimen.Offer(kernel).Vermagic!.Value.Text;
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").Replace("vermagic=" + magic[..2], "vermagic=4.").Check();
        if (kernel == "7.x")
            Refused(verdict, LoadRule.Vermagic, 8, $"vfat: version magic '4.{magic[2..]}' should be '{magic}'");
        else
            Loads(verdict, [Unsigned], Taint.Unsigned);
        Assert.Equal("release", Assert.Single(verdict.VermagicDifferences).Field);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Other_words_of_vermagic_are_refused(string kernel)
    {
        string magic = Specimen.Offer(kernel).Vermagic!.Value.Text;
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").Replace(" SMP ", " UP_ ", ".modinfo").Check();
        Refused(verdict, LoadRule.Vermagic, 8, $"vfat: version magic '{magic.Replace("SMP", "UP_", StringComparison.Ordinal)}' should be '{magic}'");
        Assert.Contains(verdict.VermagicDifferences, difference => difference is { Field: "SMP", Kernel: "yes", Module: "no" });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_missing_vermagic_is_forced(string kernel) =>
        Loads(Specimen.Of(kernel, "vfat").Replace("vermagic=", "vermagix=").Check(), ["vfat: bad vermagic: kernel tainted.", LockWarning, Unsigned], Taint.Forced, Taint.Unsigned);

    [Theory]
    [MemberData(nameof(WithCrcs))]
    public void Missing_CRCs_are_forced(string kernel) =>
        Loads(Specimen.Of(kernel, "vfat").Replace("\0__versions\0", "\0__versionz\0").Check(), ["vfat: module_layout: kernel tainted.", LockWarning, Unsigned], Taint.Forced, Taint.Unsigned);

    [Theory]
    [MemberData(nameof(All))]
    public void Marks_taint_in_the_kernels_order(string kernel)
    {
        Loads(Specimen.Of(kernel, "vfat").Replace("intree=Y", "intrex=Y").Check(), ["vfat: loading out-of-tree module taints kernel.", Unsigned], Taint.OutOfTree, Taint.Unsigned);
        if (kernel != "5.10")
            Loads(Specimen.Of(kernel, "vfat").Replace("intree=Y", "test=Y").Check(), ["vfat: loading out-of-tree module taints kernel.", "vfat: loading test module taints kernel.", Unsigned], Taint.OutOfTree, Taint.Test, Taint.Unsigned);
        Loads(Specimen.Of(kernel, "vfat").Replace("retpoline=Y", "livepatch=Y").Check(), ["Spectre V2 : System may be vulnerable to spectre v2", "vfat: loading module not compiled with retpoline compiler.", "vfat: tainting kernel with TAINT_LIVEPATCH", Unsigned], Taint.LivePatch, Taint.Unsigned);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_proprietary_module_does_not_see_GPL_symbols(string kernel)
    {
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").Replace("license=GPL", "license=Own").Check();
        Assert.Equal((LoadOutcome.Refused, 2), (verdict.Outcome, verdict.Errno));
        Assert.All(verdict.Problems, problem => Assert.Equal(LoadRule.GplOnly, problem.Rule));
        Assert.Contains(verdict.Log, line => line.StartsWith("vfat: Unknown symbol fat_", StringComparison.Ordinal) && line.EndsWith(" (err -2)", StringComparison.Ordinal));
        string[] start = ["vfat: module license 'Own' taints kernel.", LockWarning, Unsigned];
        Assert.Equal(IsEarly(kernel) ? start : [.. start, "vfat: module license taints kernel."], verdict.Log.Take(IsEarly(kernel) ? 3 : 4));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_unknown_symbol_is_named(string kernel)
    {
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").Replace("\0fat_search_long\0", "\0fat_search_lost\0", ".strtab").Check();
        Refused(verdict, LoadRule.UnknownSymbol, 2, Unsigned, "vfat: Unknown symbol fat_search_lost (err -2)");
    }

    [Theory]
    [MemberData(nameof(WithCrcs))]
    public void Another_CRC_is_refused_and_the_rest_looked_at(string kernel)
    {
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").FlipCrc("fat_search_long").Check();
        Refused(verdict, LoadRule.SymbolVersion, 22, Unsigned, "vfat: disagrees about version of symbol fat_search_long", "vfat: Unknown symbol fat_search_long (err -22)");
        verdict = Specimen.Of(kernel, "vfat").Replace("fat_search_long", "fat_search_lost", "__versions").Check();
        Refused(verdict, LoadRule.SymbolVersion, 22, Unsigned, "vfat: no symbol version for fat_search_long", "vfat: Unknown symbol fat_search_long (err -22)");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_not_loaded_or_refused_itself_has_no_symbols(string kernel)
    {
        LoadVerdict verdict = Specimen.Signed(kernel, "vfat").Check(new LoadConditions { Loaded = new HashSet<string>() });
        Assert.All(verdict.Problems, problem => Assert.Equal((LoadRule.OwnerMissing, 2), (problem.Rule, problem.Errno)));
        Assert.Contains("vfat: Unknown symbol fat_search_long (err -2)", verdict.Log);
        verdict = Specimen.Signed(kernel, "vfat").Check(null, Specimen.Of(kernel, "fat").Replace(" SMP ", " UP_ ", ".modinfo"));
        Assert.All(verdict.Problems, problem => Assert.Equal(LoadRule.OwnerMissing, problem.Rule));
        Assert.Contains("vfat: Unknown symbol fat_search_long (err -2)", verdict.Log);
        Assert.Equal(LoadOutcome.Loads, Specimen.Signed(kernel, "vfat").Check(null, Specimen.Signed(kernel, "fat")).Outcome);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_proprietary_owner_beside_GPL_symbols_is_refused(string kernel)
    {
        // fat uses GPL symbols too; a list of what it offers is enough here.
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").Check(new LoadConditions(), Specimen.Of(kernel, "fat").Replace("license=GPL", "license=Own"));
        Assert.Equal(LoadOutcome.Refused, verdict.Outcome);
        Assert.All(verdict.Problems, problem => Assert.Contains(problem.Rule, (LoadRule[])[LoadRule.OwnerMissing, LoadRule.ProprietaryChain]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_namespace_must_be_imported(string kernel)
    {
        (Specimen specimen, string space) = FirstWithNamespace(kernel);
        LoadVerdict verdict = specimen.Replace("import_ns=" + space, "import_nx=" + space).Check();
        Assert.Equal((LoadOutcome.Refused, 22), (verdict.Outcome, verdict.Errno));
        LoadProblem problem = Assert.Single(verdict.Problems, problem => problem.Rule == LoadRule.Namespace && problem == verdict.Problems[0]);
        string name = verdict.Module;
        Assert.Equal($"{name}: module uses symbol ({problem.Subject}) from namespace {space}, but does not import it.\n{name}: Unknown symbol {problem.Subject} (err -22)", problem.Message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Sections_that_are_writable_code_are_refused(string kernel)
    {
        LoadVerdict verdict = Specimen.Of(kernel, "vfat").SetHeader(".data", 8, 7).Check();
        Assert.Matches(@"^vfat: section \.data \(index \d+\) has invalid WRITE\|EXEC flags$", verdict.Log[^1]);
        Assert.Equal((LoadOutcome.Refused, 8), (verdict.Outcome, verdict.Errno));
    }

    [Theory]
    [MemberData(nameof(Since517))]
    public void Symbols_that_cannot_be_placed_are_refused(string kernel)
    {
        Specimen specimen = Specimen.Of(kernel, "vfat");
        Refused(specimen.SetSection("fat_search_long", 0xfff2).Check(), LoadRule.SymbolTable, 8, Unsigned, "vfat: please compile with -fno-common");
        Refused(specimen.SetSection("fat_search_long", 0x7000).Check(), LoadRule.SymbolTable, 8, Unsigned, $"vfat: Symbol fat_search_long has an invalid section index 28672 (max {specimen.SectionCount - 1})");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_symbol_that_the_kernel_has_is_not_exported_again(string kernel)
    {
        LoadVerdict verdict = Specimen.Of(kernel, "mii").Replace("mii_link_ok\0", "kfree\0", "__ksymtab_strings").Check();
        Refused(verdict, LoadRule.DuplicateExport, 8, Unsigned.Replace("vfat", "mii", StringComparison.Ordinal), "mii: exports duplicate symbol kfree (owned by kernel)");
    }

    [Fact]
    public void Exports_without_flags_are_refused_by_7() =>
        Refused(Specimen.Of("7.x", "mii").Replace("\0__kflagstab\0", "\0__kflagstax\0").Check(), LoadRule.ExportTables, 8, Unsigned.Replace("vfat", "mii", StringComparison.Ordinal), "mii: no flags for exported symbols");

    [Fact]
    public void Namespaces_that_name_modules_cannot_be_imported()
    {
        (Specimen specimen, string space) = FirstWithNamespace("7.x", atLeast: 8);
        LoadVerdict verdict = specimen.Replace("import_ns=" + space, "import_ns=module:x").Check();
        Assert.Equal((LoadRule.NamespaceReserved, 1, $"{verdict.Module}: module tries to import module namespace: module:x"), (verdict.Problems[0].Rule, verdict.Errno, verdict.Log[^1]));
    }

    [Theory]
    [InlineData("hw_queue_depth=any", 0)]
    [InlineData("max_part=8", 0)]
    [InlineData("max_part=0x10", 0)]
    [InlineData("max-part=-3", 0)]
    [InlineData("max_part=many", 22)]
    [InlineData("max_part=8x", 22)]
    [InlineData("max_part=99999999999", 34)]
    [InlineData("max_part", 22)]
    [InlineData("nosuch=1", 0)]
    public void Parameters_are_taken_by_their_type(string parameter, int errno)
    {
        Specimen specimen = Specimen.Signed("6.1", "loop");
        LoadVerdict verdict = specimen.Check(new LoadConditions { Parameters = [parameter] });
        Assert.Equal(errno, verdict.Errno);
        if (parameter.StartsWith("hw", StringComparison.Ordinal))
            Assert.Empty(verdict.Log);
        else if (parameter.StartsWith("nosuch", StringComparison.Ordinal))
        {
            Assert.Equal("loop: unknown parameter 'nosuch' ignored", Assert.Single(verdict.Log));
            Assert.Contains("it has no parameter nosuch, which the kernel only says in its log (see `oot modinfo -p`)", verdict.Notes);
        }
        else if (errno != 0)
            Assert.Equal($"loop: `{(parameter.Contains('=') ? parameter[9..] : "")}' invalid for parameter `max_part'", Assert.Single(verdict.Log));
    }

    private static bool IsEarly(string kernel) => kernel is "5.10" or "6.1";

    private static (Specimen Specimen, string Space) FirstWithNamespace(string kernel, int atLeast = 1)
    {
        foreach (string name in (string[])["nvmet-tcp", "idxd", "i2c-designware-pci", "hid-sensor-als", "intel-lpss-pci", "spi-pxa2xx-pci", "snd-sof-pci", "st_accel_i2c", "bmc150-accel-i2c"])
        {
            if (!Specimen.Files(kernel).Any(file => file.Contains($"/{name}.ko", StringComparison.Ordinal)))
                continue;
            Specimen specimen = Specimen.Of(kernel, name);
            if (specimen.Inspect().Facts.ImportedNamespaces.FirstOrDefault(space => space.Length >= atLeast) is string found)
                return (specimen, found);
        }
        Assert.Skip($"no module with a namespace among those of {kernel}");
        return default;
    }

    private static void Loads(LoadVerdict verdict, string[] log, params Taint[] taints)
    {
        Assert.Equal(log, verdict.Log);
        Assert.Equal(taints, verdict.Taints);
        Assert.Equal((LoadOutcome.LoadsWithTaint, 0), (verdict.Outcome, verdict.Errno));
    }

    private static void Refused(LoadVerdict verdict, LoadRule rule, int errno, params string[] log)
    {
        Assert.Equal(log, verdict.Log);
        Assert.Equal((LoadOutcome.Refused, rule, errno), (verdict.Outcome, verdict.Problems[0].Rule, verdict.Errno));
        Assert.NotEmpty(verdict.Problems[0].Remedy);
    }
}
