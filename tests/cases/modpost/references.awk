# Writes assembler: from every kind of section, from symbols of every kind of name, a reference to every kind of section, once by the target's name and once by its address.
# -v only=PATTERN: only from sections that match. -v word=.quad or .long.
BEGIN {
    froms = split(".text .text.unlikely .text.foo .sched.text .kprobes.text .ltext .ref.text .head.text .spinlock.text .fixup .data .data.rel .data.foo .rodata " \
        ".init.text .init.data .init.rodata .init.foo .meminit.text .meminit.data .memexit.text .exit.text .exit.data .pci_fixup_early .pci_fixup_final " \
        ".discard.x .note.x .debug_x __param ___ksymtab+f .devinit.text .cpuinit.data", from, " ")
    tos = split(".text .init.text .init.data .init.rodata .init.setup .init.foo .meminit.text .meminit.data .meminit.rodata .memexit.text .memexit.data .exit.text .exit.data " \
        ".exit.foo .devinit.text .devexit.data .rodata", to, " ")
    names = split("s% __param_s% __param_ops_s% s%_template s%_timer s%_sht s%_ops s%_probe s%_probe_one s%_console s%_driver driver s%.constprop.0 s%.isra.0 s%_ops.llvm.1 .Ls% __refs%" \
        " reference___initcall_s% s%_timer_one", name, " ")
    for (i = 1; i <= tos; i++)
        printf ".section %s,\"a%s\",@progbits\n.skip 8\n.globl t%d\n.type t%d, %s\nt%d: .skip 64\n.LT%d:\n.skip 8\n", to[i], to[i] ~ /text/ ? "x" : "w", i, i, to[i] ~ /text/ ? "@function" : "@object", i, i
    for (f = 1; f <= froms; f++) {
        if (only != "" && from[f] !~ only)
            continue
        printf ".section %s,\"a%s\",@progbits\n%s t2\n", from[f], from[f] ~ /text|fixup$/ ? "x" : "w", word
        for (n = 1; n <= names; n++) {
            label = name[n]
            if (gsub(/%/, f "_" n, label) == 0)
                label = f == 11 ? label : label f
            printf ".type %s, %s\n%s:\n", label, n % 2 ? "@function" : "@object", label
            for (i = 1; i <= tos; i++)
                printf "%s t%d\n%s .LT%d-%d\n", word, i, word, i, (i * n) % 40
        }
    }
    printf ".section .modinfo,\"a\"\n.asciz \"license=GPL\"\n.asciz \"description=x\"\n"
}
