using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.HostPrograms.Recordmcount;

/// <summary><c>recordmcount [-w] FILE.o…</c>: lists the calls of the function tracer in each object, in place (kernel 6.12, scripts/recordmcount.c; all versions do the same).</summary>
internal static class RecordmcountProgram
{
    private const string Usage = "usage: recordmcount [-w] file.o...\n";

    /// <summary>Runs it.</summary>
    internal static int Run(HostProgramCall call)
    {
        bool warns = false;
        int first = 0;
        for (; first < call.Arguments.Count && call.Arguments[first] is ['-', _, ..] and var word; first++)
        {
            if (word == "--")
            {
                first++;
                break;
            }
            if (word.AsSpan(1).IndexOfAnyExcept('w') is var other and >= 0)
            {
                Say(call, $"{call.Program}: invalid option -- '{word[other + 1]}'\n{Usage}");
                return 0;
            }
            warns = true;
        }
        if (first >= call.Arguments.Count)
        {
            Say(call, Usage);
            return 0;
        }
        bool failed = false;
        foreach (string name in call.Arguments.Skip(first))
        {
            // It refers to the tracer and does not call it.
            if (name.EndsWith("/ftrace.o", StringComparison.Ordinal) || TryRecord(call, name, warns))
                continue;
            Say(call, $"{name}: failed\n");
            failed = true;
        }
        return failed ? 1 : 0;
    }

    private static bool TryRecord(HostProgramCall call, string name, bool warns)
    {
        byte[] content = [];
        int errno = call.Disk.Read(name, ref content, out int length);
        if (errno == Errno.IsDirectory)
            return Say(call, $"not a regular file: {name}\n");
        if (errno != 0)
            return Say(call, $"{name}: {Errno.Message(errno)}\n");
        var image = new ElfImage(content, length);
        try
        {
            if (image.Bytes is not [_, _, _, _, _, 1 or 2, ..])
                return Say(call, $"unrecognized ELF data encoding {(length > 5 ? image.U8(5) : 0)}: {name}\n");
            if (!image.HasHeader || image.Type != 1 || image.U8(6) != 1)
                return Say(call, $"unrecognized ET_REL file {name}\n");
            if (TracerCall.Of(image) is not TracerCall rules)
                return Say(call, $"unrecognized e_machine {(ushort)image.Machine} {name}\n");
            var file = new TracedObject(image, rules);
            if (image.U16(file.IsWide ? 52UL : 40UL) != (file.IsWide ? 64 : 52) || image.U16(file.IsWide ? 58UL : 46UL) != file.HeaderSize)
                return Say(call, $"unrecognized ET_REL file: {name}\n");
            return new CallList(file, warns, name, call).Make() && (!file.IsChanged || Write(call, name, file.Bytes));
        }
        catch (ElfDamagedException damage)
        {
            return Say(call, $"{name}: {damage.Message}\n");
        }
    }

    // The object appears whole or stays as it was.
    private static bool Write(HostProgramCall call, string name, byte[] bytes)
    {
        int errno = call.Disk.Replace(name, bytes);
        return errno == 0 || Say(call, $"{name}: {Errno.Message(errno)}\n");
    }

    private static bool Say(HostProgramCall call, string text)
    {
        call.Error.Write(ByteText.ToBytes(text));
        return false;
    }
}
