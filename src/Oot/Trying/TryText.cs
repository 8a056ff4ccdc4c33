using System.Globalization;
using Oot.Core;
using Oot.Kernel.Booting;
using Oot.Kernel.Loading;

namespace Oot.Trying;

/// <summary>What happened in the guest, for people: a line a module with the kernel's own words below it, and the console where the machine did not come to its end.</summary>
internal sealed class TryText(Terminal terminal)
{
    private const int ShownConsole = 80;

    internal void Print(KernelOffer kernel, GuestReport report)
    {
        ulong before = report.TaintBefore;
        foreach (LoadedModule module in report.Modules)
        {
            if (!module.Module.IsDependency || !module.IsLoaded || terminal.IsVerbose)
                Print(module, kernel, before);
            before = module.Errno is null ? before : module.Taint;
        }
        if (report.Outcome != GuestOutcome.Finished)
            PrintConsole(report);
        terminal.Detail($"{kernel.Name}: {(report.Milliseconds / 1000.0).ToString("0.0", CultureInfo.InvariantCulture)} s in QEMU ({report.Accelerator})");
    }

    private void Print(LoadedModule module, KernelOffer kernel, ulong before)
    {
        terminal.Result($"{module.Module.Path}: {Word(module, before)} on {kernel.Name}");
        foreach (string line in module.Log)
            terminal.Result($"  kernel log: {line}");
        if (module.UnloadErrno is > 0 and var errno)
            terminal.Result($"  it cannot be unloaded: {Errno.Message(errno)} ({ErrnoNames.Of(errno)})");
    }

    private void PrintConsole(GuestReport report)
    {
        List<string> lines = [.. report.LastOfConsole()];
        int left = terminal.IsVerbose ? 0 : Math.Max(0, lines.Count - ShownConsole);
        if (left > 0)
            terminal.Result($"  console: ({left} lines before; --json and -v show all)");
        foreach (string line in lines.Skip(left))
            terminal.Result($"  console: {line}");
    }

    private static string Word(LoadedModule module, ulong before)
    {
        if (module.Errno is not int errno)
            return "did not come back from loading";
        if (errno != 0)
            return $"refused with {Errno.Message(errno)} ({ErrnoNames.Of(errno)})";
        string added = TaintWord.Of(module.Taint & ~before);
        return (module.IsLive ? "loaded" : "loaded, and gone again") + (added.Length == 0 ? "" : $" with taint {added}");
    }
}
