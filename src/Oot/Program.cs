using Oot.Core;
using Oot.Depmod;
using Oot.Kernel.HostPrograms;
using Oot.Make.Caching.Runs;
using Oot.Make.Witnessing;
using Oot.Modinfo;
using Oot.Modprobe;

namespace Oot;

/// <summary>Decides which program this is, by its name and its first word; no more.</summary>
internal static class Program
{
    private static int Main(string[] decoded)
    {
        ProgramRunner.AcceptChildSignals();
        IReadOnlyList<string> words = ProcessContext.CommandLine();
        IReadOnlyList<string> environment = ProcessContext.Environment();
        // Under a managed host (`dotnet oot.dll build`) the process's words begin with the host's.
        string name = words.Count > 0 && words.Count == decoded.Length + 1 ? words[0] : "oot";
        string[] arguments = words.Count > decoded.Length ? [.. words.Skip(words.Count - decoded.Length)] : decoded;
        string program = name[(name.LastIndexOf('/') + 1)..];
        // A copy of oot named make puts itself in place of the tree's programs, and is then called by that name.
        if (arguments is [HostProgramTable.Verb, var path, ..] && (program != "make" || HostProgramTable.Find(path) is not null))
            return HostProgramVerb.Run(path, arguments[2..], environment);
        if (arguments is [WitnessProgram.Verb, ..] && program != "make")
            return WitnessProgram.Run(arguments[1..], environment);
        RunMemory? memory = program == "make" || arguments is ["make" or "build", ..] ? RunMemory.Open(words, ref environment, new KernelCommands()) : null;
        if (!Watching.IsInherited(environment) && memory?.Replay() == true)
            return ExitCode.Done;
        return program switch
        {
            "make" => MakeVerb.Run(arguments, environment, name, memory),
            "uname" => UnameProgram.Run(arguments, environment),
            "modinfo" => Modinfo(name, environment).Run(arguments, own: false),
            "depmod" => Depmod(name, environment, own: false).Run(arguments),
            _ when arguments is ["make", ..] => MakeVerb.Run(arguments[1..], PrivateTools.WithMake(memory?.Over(new Disk()) ?? new Disk(), environment), "make", memory),
            _ when arguments is ["modinfo", ..] => Modinfo("modinfo", environment).Run(arguments[1..], own: true),
            _ when arguments is ["depmod", ..] => Depmod("depmod", environment, own: true).Run(arguments[1..]),
            _ when arguments is ["modprobe", ..] => new ModprobeProgram(new Disk(), new ProgramRunner(new Disk()), environment).Run(arguments[1..]),
            _ => CommandLine.Run(arguments, environment, memory),
        };
    }

    private static ModinfoProgram Modinfo(string called, IReadOnlyList<string> environment) => new(new Disk(), new ProgramRunner(new Disk()), environment, called);

    private static DepmodProgram Depmod(string called, IReadOnlyList<string> environment, bool own) => new(new Disk(), new ProgramRunner(new Disk()), environment, called, own);
}
