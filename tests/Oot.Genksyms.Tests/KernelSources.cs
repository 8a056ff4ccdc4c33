using System.Diagnostics;

namespace Oot.Genksyms.Tests;

/// <summary>The sources that <c>tests/setup/kernel-sources.sh</c> has unpacked, preprocessed with the distribution's headers and flags.</summary>
internal static class KernelSources
{
    internal static string Folder(string kernel) => Path.Combine(Kernels.Cache, "sources", kernel);

    /// <summary>All files that may export something, in a fixed order.</summary>
    internal static IEnumerable<string> Exporting(string kernel)
    {
        string folder = Folder(kernel);
        return Directory.EnumerateFiles(folder, "*.c", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Contains("EXPORT_SYMBOL", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>What the compiler makes of a file; null where it cannot, because the file is not part of this configuration.</summary>
    internal static byte[]? Preprocessed(string kernel, string file, bool asModule)
    {
        var start = new ProcessStartInfo(Path.Combine(Checkout.Root, "tests/preprocess.sh")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(kernel);
        start.ArgumentList.Add(file);
        if (asModule)
            start.Environment["OOT_PREPROCESS_MODULE"] = "1";
        start.Environment["OOT_TEST_CACHE"] = Kernels.Cache;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var text = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(text);
        process.WaitForExit();
        _ = error.Result;
        return process.ExitCode == 0 ? text.ToArray() : null;
    }

    /// <summary>The distribution's versions: symbol → version (<c>0x01234567</c>) and module.</summary>
    internal static Dictionary<string, (string Version, string Module)> Symvers(string kernel)
    {
        Dictionary<string, (string, string)> symvers = [];
        foreach (string line in File.ReadLines(Path.Combine(Kernels.Tree(kernel), "Module.symvers")))
        {
            string[] columns = line.Split('\t');
            symvers[columns[1]] = (columns[0], columns[2]);
        }
        return symvers;
    }
}
