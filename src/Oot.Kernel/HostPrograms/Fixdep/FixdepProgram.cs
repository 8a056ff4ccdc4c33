using Oot.Core;

namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>
/// <c>fixdep DEPFILE TARGET COMMAND</c>: writes what a <c>.cmd</c> file is made of (kernel scripts/basic/fixdep.c): the command, and the files and options that the target
/// depends on.
/// </summary>
internal static class FixdepProgram
{
    private const string Path = "scripts/basic/fixdep";

    /// <summary>Runs it.</summary>
    internal static int Run(HostProgramCall call)
    {
        if (call.Arguments.Count != 3)
            return Say(call, "Usage: fixdep <depfile> <target> <cmdline>\n", 1);
        string tree = call.Program[..^Path.Length];
        string sources = Sources(call, tree);
        FixdepForm form = FixdepForm.Of(call.Disk, tree, sources);
        FixdepRoom room = call.Memory?.Rooms.Take() ?? new FixdepRoom();
        call.Memory?.OpenOptions(tree);
        var output = new FixdepOutput(call.Disk, form, call.Arguments[1], room, call.Memory?.Options);
        call.Disk.KeepDirectories();
        output.Write($"{form.CommandVariable}{call.Arguments[1]} := {call.Arguments[2]}\n\n");
        try
        {
            if (!Copy(call, form, sources, output, room))
                throw new FixdepStopException("fixdep: parse error; no targets found\n", 1);
            output.End();
            return Flush(call, output, form) ? 0 : 1;
        }
        catch (FixdepStopException stop)
        {
            _ = Flush(call, output, form);
            return Say(call, stop.Message, stop.ExitCode);
        }
        finally
        {
            call.Disk.Forget();
            call.Memory?.Rooms.GiveBack(room);
        }
    }

    private static bool Copy(HostProgramCall call, FixdepForm form, string sources, FixdepOutput output, FixdepRoom room)
    {
        int length = FixdepOutput.ReadText(call.Disk, call.Arguments[0], ref room.List, out _).Length;
        Span<byte> list = room.List.AsSpan(0, length);
        bool? keptSymbols = null;
        bool isIgnored(ReadOnlySpan<byte> name) => name.EndsWith("include/generated/autoconf.h"u8)
            || (name.EndsWith("include/generated/autoksyms.h"u8) && (keptSymbols ??= form.IgnoresKeptSymbols(call.Disk, sources)));
        return form.HasStatements
            ? DependencyStatements.Copy(list, room.Files, output, isIgnored)
            : DependencyWords.Copy(list, output, isIgnored);
    }

    // A kernel built in a directory of its own (O=) has its scripts elsewhere, and says where.
    private static string Sources(HostProgramCall call, string tree) =>
        call.Disk.Stat(tree + "scripts/Kbuild.include", out _) != 0 && ProcessEnvironment.Value(call.Environment, "srctree") is { Length: > 0 } sources ? sources + "/" : tree;

    private static bool Flush(HostProgramCall call, FixdepOutput output, FixdepForm form)
    {
        try
        {
            call.Output.Write(output.Text);
            return true;
        }
        catch (IOException refused)
        {
            _ = Say(call, form.OptionHeaders ? $"fixdep: {refused.Message}\n" : "fixdep: not all data was written to the output\n", 1);
            return false;
        }
    }

    private static int Say(HostProgramCall call, string message, int exitCode)
    {
        call.Error.Write(ByteText.ToBytes(message));
        return exitCode;
    }
}
