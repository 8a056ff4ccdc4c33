using Oot.Core;
using Oot.Kernel.HostPrograms;

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
        return name[(name.LastIndexOf('/') + 1)..] switch
        {
            // A copy of oot named make puts itself in place of the tree's programs, and is then called by that name.
            "make" when arguments is [HostProgramTable.Verb, var program, ..] && HostProgramTable.Find(program) is not null => HostProgramVerb.Run(program, arguments[2..], environment),
            "make" => MakeVerb.Run(arguments, environment, name),
            "uname" => UnameProgram.Run(arguments, environment),
            _ when arguments is ["make", ..] => MakeVerb.Run(arguments[1..], PrivateTools.WithMake(new Disk(), environment), "make"),
            _ when arguments is [HostProgramTable.Verb, var program, ..] => HostProgramVerb.Run(program, arguments[2..], environment),
            _ => CommandLine.Run(arguments, environment),
        };
    }
}
