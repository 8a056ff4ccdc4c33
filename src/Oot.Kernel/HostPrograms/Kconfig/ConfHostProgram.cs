using Oot.Core;
using Oot.Kconfig;
using Oot.Kconfig.Modes;

namespace Oot.Kernel.HostPrograms.Kconfig;

/// <summary><c>scripts/kconfig/conf</c>, as kbuild calls it: options, a mode, the top Kconfig file (docs/design/kconfig.md).</summary>
internal static class ConfHostProgram
{
    internal static int Run(HostProgramCall call) => ConfProgram.Run(Session(call), call.Program, call.Arguments);

    private static KconfigSession Session(HostProgramCall call)
    {
        bool isTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        var answers = new AnswerLines(call.Input);
        return new KconfigSession(call.Disk, call.Environment, new ProbeCommands(call.Environment, call.Disk))
        {
            Output = text => call.Output.Write(ByteText.ToBytes(text)),
            Error = text => call.Error.Write(ByteText.ToBytes(text)),
            Answer = answers.Next,
            IsTerminal = isTerminal,
        };
    }
}
