using System.Runtime.InteropServices;

namespace Oot.Core;

/// <summary>
/// While a child runs, an interrupt is the child's business: it tidies up and ends, and then this process does. On a terminal the child
/// gets Ctrl-C from the kernel, as a member of the foreground group; elsewhere it is handed on.
/// </summary>
internal sealed class SignalForwarding : IDisposable
{
    private readonly List<PosixSignalRegistration> registrations = [];

    internal SignalForwarding(int process)
    {
        bool terminal = SpawnMethods.IsTerminal(0) == 1;
        Register(PosixSignal.SIGINT, 2, handOn: !terminal);
        Register(PosixSignal.SIGTERM, 15, handOn: true);
        Register(PosixSignal.SIGHUP, 1, handOn: !terminal);

        void Register(PosixSignal signal, int number, bool handOn) => registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            if (handOn)
                _ = SpawnMethods.Kill(process, number);
        }));
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }
}
