using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Oot;

/// <summary>The library's help, and below it commands to copy.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int status = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        string[] examples = Examples(command.Parents.OfType<Command>().Any(parent => parent.Name == "cache") ? "cache" : command.Name);
        if (examples.Length > 0)
            output.WriteLine("Examples:");
        foreach (string example in examples)
            output.WriteLine("  " + example);
        return status;
    }

    private static string[] Examples(string command) => command switch
    {
        "build" =>
        [
            "oot build",
            "oot build drv -k 6.1.0-56-amd64 -k running -j4",
            "oot build drv KCFLAGS=-g -- src/x.o",
            "oot build drv -k ~/linux --compile-commands",
            "oot build drv --explain --trace-file=drv.trace.json",
            "oot build --in-tree joydev -k 6.12.95+deb12-cloud-amd64 --source debian",
            "oot build out --in-tree drivers/input/joystick --enable CONFIG_JOYSTICK_ZHENHUA=m -k running --source ~/linux-6.12",
        ],
        "clean" => ["oot clean drv"],
        "check" =>
        [
            "oot check drv.ko -k 6.1.0-56-amd64",
            "oot check *.ko.xz -k running -k /mnt/boot/vmlinuz-6.12.9",
            "oot check drv.ko -k ~/linux --sig-enforce --cert mok.der",
            "oot check *.ko -k 6.12.9-amd64 --sarif check.sarif",
            "oot check drv.ko -k 6.12.9-amd64 --built-for 6.12.8-amd64",
            "oot check drv.ko -k 6.12.9-amd64 --prove",
        ],
        "try" =>
        [
            "oot try drv.ko -k 6.12.9-cloud-amd64",
            "oot try drv.ko -k /boot/vmlinuz-6.12.9 --param debug=1 --run test.sh",
            "oot try drv.ko -k ~/linux --image ~/linux/arch/x86/boot/bzImage --json",
            "oot try drv.ko -k 6.1.0-56-arm64",
            "oot try pci.ko --qemu-arg=-device --qemu-arg=edu --timeout 30",
        ],
        "install" =>
        [
            "oot install",
            "oot install drv.ko -k 6.1.0-56-amd64 -k running --dry-run",
            "oot install drv.ko --autoload --options debug=1 --blacklist old_drv",
            "oot install build/ --root image -k 6.12.95+deb12-amd64 --key mok.key --cert mok.der",
        ],
        "uninstall" => ["oot uninstall drv", "oot uninstall drv other -k 6.1.0-56-amd64 --root image"],
        "installed" => ["oot installed", "oot installed --root image --json"],
        "config" =>
        [
            "oot config olddefconfig",
            "oot config defconfig ARCH=arm64 --source ~/linux",
            "oot config savedefconfig small.config",
            "oot config listnewconfig",
            "oot config localmodconfig LSMOD=laptop.lsmod --keep-for drv/",
        ],
        "explain" =>
        [
            "oot explain video_ioctl2 vb2_init_queue vb2_dma_sg_memops -k 6.12.9-cloud-amd64",
            "oot explain --log build.log -k ~/linux --source ~/linux",
            "oot explain --module drv.ko -k running --json",
            "oot explain v4l2_device_register --source ~/linux --config my.config",
        ],
        "map" or "symbols" => ["oot symbols map ~/linux-6.12 --output maps/6.12.95.map.gz"],
        "list" => ["oot kernel list --json"],
        "show" => ["oot kernel show running", "oot kernel show ~/linux --json"],
        "add" =>
        [
            "oot kernel add debian:default",
            "oot kernel add debian:6.12",
            "oot kernel add debian:rt-amd64@trixie",
            "oot kernel add debian:cloud-amd64 --image",
            "oot kernel add deb linux-headers-*.deb linux-kbuild-*.deb",
            "oot kernel add dir ~/linux",
        ],
        "cache" => ["oot cache show --json", "oot cache clear"],
        "remove" => ["oot kernel remove 6.1.0-56-amd64"],
        "kernel" => ["oot kernel list", "oot kernel add debian:default"],
        _ =>
        [
            "oot build                       build the module in this directory",
            "oot build drv -k 6.1.0-56-amd64 for that kernel",
            "oot check drv.ko -k running     will it load?",
            "oot try drv.ko -k 6.12.9-amd64  boot that kernel in QEMU and see",
            "oot install drv.ko              where the system finds it, with indexes",
            "oot explain video_ioctl2        why is this symbol missing?",
            "oot kernel add debian:default   get a kernel's headers, without root",
            "oot make -C KDIR M=$PWD         GNU make's own command line",
        ],
    };
}
