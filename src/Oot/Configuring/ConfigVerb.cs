using Oot.Core;
using Oot.Kconfig;
using Oot.Kconfig.Modes;
using Oot.Kernel.HostPrograms.Kconfig;
using Oot.Kernel.Streamlining;

namespace Oot.Configuring;

/// <summary><c>oot config MODE</c>: configures a kernel source tree as its own conf does, without building that program.</summary>
internal sealed class ConfigVerb(Session session)
{
    internal int Run(ConfigRequest request)
    {
        if (session.Disk.Stat(request.Source + "/Kconfig", out _) is var errno and not 0)
            return session.Terminal.Report(ConfigDiagnostics.NoKconfig(request.Source, Errno.Message(errno)));
        IReadOnlyList<string> environment = session.Environment;
        foreach (string variable in request.Variables)
        {
            int equals = variable.IndexOf('=');
            environment = ProcessEnvironment.With(environment, variable[..equals], variable[(equals + 1)..]);
        }
        environment = new ConfigEnvironment(session.Disk, session.Programs, request.Source).For(environment);
        using var input = new DescriptorStream(0);
        KconfigSession kconfig = Kconfig(environment, input);
        if (request.Local is not null)
            return new LocalConfiguration(session, kconfig, request).Run();
        string? file = ConfModes.NeedsFile(request.Mode) ? request.File ?? (request.Mode == ConfMode.SaveDefConfig ? "defconfig" : null) : null;
        if (request.Mode == ConfMode.DefConfig && DefconfigOf(environment, request, file) is var found)
        {
            if (found is null)
                return session.Terminal.Report(ConfigDiagnostics.NoDefconfig(file ?? "defconfig", request.Source));
            file = found;
        }
        if (BeginsAnew(request.Mode))
            DroppedOptions.Forget(session.Disk, LocalConfiguration.NameIn(environment));
        return ConfProgram.Run(kconfig, new ConfCall(request.Mode, "Kconfig", file, request.IsSilent || request.Mode == ConfMode.SyncConfig));
    }

    private static bool BeginsAnew(ConfMode mode) =>
        mode is ConfMode.AllNoConfig or ConfMode.AllYesConfig or ConfMode.AllModConfig or ConfMode.AllDefConfig or ConfMode.RandConfig or ConfMode.DefConfig;

    private KconfigSession Kconfig(IReadOnlyList<string> environment, DescriptorStream input)
    {
        var answers = new AnswerLines(input);
        return new KconfigSession(session.Disk, environment, new ProbeCommands(environment, session.Disk))
        {
            Output = static text => Disk.WriteAll(1, ByteText.ToBytes(text)),
            Error = static text => Disk.WriteAll(2, ByteText.ToBytes(text)),
            Answer = answers.Next,
            IsTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected,
        };
    }

    /// <summary>A defconfig as it was named, or one of the architecture's; null where there is none.</summary>
    private string? DefconfigOf(IReadOnlyList<string> environment, ConfigRequest request, string? name)
    {
        string directory = $"{request.Source}/arch/{ProcessEnvironment.Value(environment, "SRCARCH")}/configs/";
        if (name is not null)
            return session.Disk.Stat(name, out _) == 0 ? name : session.Disk.Stat(directory + name, out _) == 0 ? directory + name : null;
        string architecture = ProcessEnvironment.Value(environment, "ARCH") ?? "";
        foreach (string candidate in (ReadOnlySpan<string>)[architecture == "x86" ? "x86_64_defconfig" : architecture + "_defconfig", "defconfig"])
        {
            if (session.Disk.Stat(directory + candidate, out _) == 0)
                return directory + candidate;
        }
        return null;
    }
}
