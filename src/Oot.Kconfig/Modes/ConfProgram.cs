using Oot.Core;
using Oot.Kconfig.Files;
using Oot.Kconfig.Values;

namespace Oot.Kconfig.Modes;

/// <summary>
/// The kernel's <c>scripts/kconfig/conf</c>: the same command line, files, messages and exit codes (kernel 5.10 to 7.x, scripts/kconfig/conf.c). randconfig alone has a random
/// sequence of its own.
/// </summary>
public static class ConfProgram
{
    /// <summary>Runs a command line; the exit code.</summary>
    /// <param name="program">The program's name, for messages.</param>
    public static int Run(KconfigSession session, string program, IReadOnlyList<string> arguments) =>
        ConfArguments.Read(session, program, arguments, out int exitCode) is { } call ? Run(session, call) : Finish(session, exitCode);

    /// <summary>Runs a call; the exit code.</summary>
    public static int Run(KconfigSession session, ConfCall call) => Guard(session, () => new ConfRun(session, call).Run());

    /// <summary>Reads a tree; null, and an exit code, after its errors were told.</summary>
    public static KconfigTree? Read(KconfigSession session, string top, out int exitCode)
    {
        KconfigTree? tree = null;
        exitCode = Guard(session, () =>
        {
            tree = new KconfigReader(session, DialectOf(session)).Read(top);
            return 0;
        });
        return tree;
    }

    /// <summary>A configuration of a tree as a file gives it, every value computed; null, and an exit code, where there is no such file.</summary>
    public static Configuration? Load(KconfigSession session, KconfigTree tree, string file, out int exitCode)
    {
        Configuration? configuration = null;
        exitCode = Guard(session, () =>
        {
            var made = new Configuration(tree, session);
            if (!new ConfigurationReader(session, made).ReadAndCalculate(file))
                return 1;
            configuration = made;
            return 0;
        });
        return configuration;
    }

    /// <summary>Which version's rules hold: what the source tree's Makefile says, or else the variable KERNELVERSION, or else the newest.</summary>
    internal static KconfigDialect DialectOf(KconfigSession session)
    {
        byte[] content = [];
        string tree = session.Variable("srctree") ?? ".";
        if (session.Disk.Read(tree + "/Makefile", ref content, out int length) == 0 && KconfigDialect.Of(content.AsSpan(0, length)) is { } ofTree)
            return ofTree;
        string[] parts = (session.Variable("KERNELVERSION") ?? "").Split('.', 3);
        return parts.Length > 1 && KconfigDialect.Of(ByteText.ToBytes($"VERSION = {parts[0]}\nPATCHLEVEL = {parts[1]}\n")) is { } named ? named : KconfigDialect.Newest;
    }

    private static int Guard(KconfigSession session, Func<int> run)
    {
        int exitCode = 1;
        DeepStack.Run(() =>
        {
            try
            {
                exitCode = run();
            }
            catch (KconfigStopException stop)
            {
                exitCode = stop.ExitCode;
            }
            catch (InsufficientExecutionStackException)
            {
                session.PrintError("the dependencies of these Kconfig files are nested too deeply\n");
            }
        });
        return Finish(session, exitCode);
    }

    private static int Finish(KconfigSession session, int exitCode)
    {
        session.Flush();
        return exitCode;
    }
}
