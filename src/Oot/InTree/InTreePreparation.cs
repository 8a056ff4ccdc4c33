using Oot.Core;
using Oot.Elf.Compression;
using Oot.Kernel;
using Oot.Kernel.Building;
using Oot.Kernel.InTree;
using Oot.Kernel.Loading;
using Oot.Kernel.Trees;

namespace Oot.InTree;

/// <summary>
/// Headers for a kernel of which there are none: its sources prepared in a directory of their own, with its configuration and its release, and a <c>Module.symvers</c> out of the kernel itself where it
/// is here.
/// </summary>
internal sealed class InTreePreparation(Session session, string? makeDirectory)
{
    private const int LargestConfiguration = 16 << 20;

    /// <summary>The configuration of a kernel without headers, and everything else there is of it.</summary>
    internal Result<(string Text, KernelPlaces Places)> Configuration(string release)
    {
        KernelPlaces places = KernelPlaces.OfRelease(session.Disk, session.Root, release, null);
        if (places.Image is null && session.Store.HasImage(release))
            places = KernelPlaces.OfRelease(session.Disk, session.Store.ImageOf(release), release, null);
        if (release == session.RunningRelease)
            places = places.WithRunning(session.Disk);
        if (places.Configuration is null)
            return InTreeDiagnostics.NoConfiguration(release, session.Distribution.Headers(release));
        var content = new FileContent(session.Disk);
        Expansion read = content.Read(places.Configuration, LargestConfiguration, out int errno);
        if (errno != 0 || read.Status != ExpansionStatus.Done)
            return CommandDiagnostics.NoSuchFile(places.Configuration, errno != 0 ? Errno.Message(errno) : "it cannot be decompressed");
        session.Terminal.Note($"no headers of {release}: its configuration is {places.Configuration}, and the sources are prepared with it");
        return (ByteText.FromBytes(content.Bytes.AsSpan(0, content.Length)), places);
    }

    /// <summary>Prepares the sources.</summary>
    internal Result<KernelTree> Prepare(BuildRequest request, KernelSource source, string release, string configuration, KernelPlaces places, string place)
    {
        string objects = place + "/object";
        int errno = session.Disk.MakeDirectories(objects);
        if (errno != 0)
            return InTreeDiagnostics.CannotWork(objects, Errno.Message(errno));
        string given = ReleaseWords.WithoutLocalVersion(configuration);
        if (session.Disk.Read(objects + "/.config.oot", out string known) != 0 || known != given)
        {
            errno = session.Disk.Replace(objects + "/.config", ByteText.ToBytes(given));
            errno = errno != 0 ? errno : session.Disk.Replace(objects + "/.config.oot", ByteText.ToBytes(given));
            if (errno != 0)
                return CommandDiagnostics.CannotWrite(objects + "/.config", Errno.Message(errno));
        }
        KernelArchitecture architecture = KernelArchitecture.Of(KernelConfiguration.Parse(configuration)) ?? HostMachine.Architecture;
        string[] words = ["-C", source.Directory, "O=" + objects, "ARCH=" + architecture.Kernel, .. ReleaseWords.Of(release, source.Version, LocalVersions(source)), .. Compiler(configuration, request), .. request.Variables];
        foreach (string step in new[] { "olddefconfig", "modules_prepare" })
        {
            if (!Run(request, [.. words, step], objects, release))
                return InTreeDiagnostics.NotPrepared(step, release);
        }
        string got = session.Disk.Read(objects + "/include/config/kernel.release", out string text) == 0 ? text.Trim() : "";
        if (got != release)
            return InTreeDiagnostics.OtherRelease(release, got);
        if (WriteSymbolVersions(objects, release, places) is { } unwritten)
            return unwritten;
        return session.Reader(request.Variables).Read(objects, release);
    }

    private bool Run(BuildRequest request, string[] words, string directory, string release)
    {
        session.Terminal.Note($"make {words[^1]} in {directory}");
        var plan = new BuildPlan(BuildWay.Kbuild, words, directory, false, [], "");
        return new MakeRun(session, makeDirectory).Stream(plan, session.Reader([]).Read(directory, release), request.Jobs, request.Json, new FirstError()) == 0;
    }

    // The kernel's makefiles take plain gcc; where that is of another generation than the kernel's and the kernel's is here, that one.
    private IEnumerable<string> Compiler(string configuration, BuildRequest request)
    {
        string text = KernelConfiguration.Parse(configuration)["CC_VERSION_TEXT"] ?? "";
        string major = KernelSource.Numbers(text.Split(' ').LastOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0])) ?? "").Split('.')[0];
        bool isGcc = text.Contains("gcc", StringComparison.Ordinal) && major.Length > 0 && !request.Variables.Any(word => word.StartsWith("CC=", StringComparison.Ordinal) || word.StartsWith("LLVM=", StringComparison.Ordinal));
        return isGcc && ProcessEnvironment.Value(session.Environment, "CROSS_COMPILE") is null && ProcessEnvironment.FindProgram(session.Disk, session.Environment, "gcc-" + major) is not null ? ["CC=gcc-" + major] : [];
    }

    private string LocalVersions(KernelSource source)
    {
        if (session.Disk.List(source.Directory, out IReadOnlyList<string> names) != 0)
            return "";
        return string.Concat(names.Where(name => name.StartsWith("localversion", StringComparison.Ordinal) && !name.Contains('~')).Order(StringComparer.Ordinal)
            .Select(name => session.Disk.Read($"{source.Directory}/{name}", out string text) == 0 ? text.Trim() : ""));
    }

    // The kernel that is here now decides: a file of an earlier run may be of another build of that release.
    private Diagnostic? WriteSymbolVersions(string objects, string release, KernelPlaces places)
    {
        string file = objects + "/Module.symvers";
        KernelOffer? offer = places.Image is not null && new KernelOfferReader(session.Disk).Read(places).Succeeded(out KernelOffer? read, out _) ? read : null;
        if (offer is null || SymbolVersionsWriter.Of(offer) is not (string text, int modules))
        {
            // What a user put there, as that message advises, or what was made while the kernel was here.
            if (session.Disk.Stat(file, out _) == 0)
                session.Terminal.Note($"nothing here tells what {release} exports: {file} is used as it is");
            else
                session.Terminal.Report(InTreeDiagnostics.NoVersions(release, session.Reader([]).Read(objects, release).Configuration?.IsYes("MODVERSIONS") == true));
            return null;
        }
        int errno = session.Disk.ReplaceUnlessSame(file, ByteText.ToBytes(text));
        if (errno != 0)
            return CommandDiagnostics.CannotWrite(file, Errno.Message(errno));
        session.Terminal.Note($"Module.symvers made from {places.Image}{(modules > 0 ? $" and {modules} modules of {places.Modules}" : "")}: {text.AsSpan().Count('\n')} symbols");
        return null;
    }
}
