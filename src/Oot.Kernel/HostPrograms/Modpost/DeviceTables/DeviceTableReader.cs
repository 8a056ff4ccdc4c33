using Oot.Elf;
namespace Oot.Kernel.HostPrograms.Modpost.DeviceTables;
internal sealed class DeviceTableReader(ModpostRun run, ModuleRecord module, ModuleObject source)
{
    public void Read(ulong index, ElfSymbol symbol, ByteName name) { _ = run; _ = module; _ = source; }
}
