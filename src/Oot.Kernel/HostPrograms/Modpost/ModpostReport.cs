using Oot.Core;

namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>Everything that modpost says, one method a message, each in the words of the kernel's generation. Whole messages are written at once.</summary>
internal sealed partial class ModpostReport(Stream error, ModpostTraits traits)
{
    /// <summary>Whether an error was reported: the exit code is 1 then, and from 5.19 on no file is written any more.</summary>
    public bool HasErrors { get; private set; }

    private bool ModuleFirst => traits.Has(ModpostTrait.ModuleFirst);

    /// <summary><c>perror</c> and the end.</summary>
    public ModpostStopException SystemError(string file, int errno)
    {
        Raw($"{(file.Length > 0 ? file + ": " : "")}{Errno.Message(errno)}\n");
        return new ModpostStopException();
    }

    /// <summary>An object that <c>-n</c> passes over.</summary>
    public void IgnoredObject(string file, int errno) => Raw($"{file}: {Errno.Message(errno)} (ignored)\n");

    public ModpostStopException Fatal(string text)
    {
        Raw($"{(traits.Has(ModpostTrait.FatalIsError) ? "ERROR" : "FATAL")}: modpost: {text}");
        return new ModpostStopException();
    }

    public ModpostStopException ListMissing(string file, int errno) => Fatal($"Can't open filenames file {file}: {Errno.Message(errno)}");

    public void PathTooLong(string cut) => Error($"{cut}: too long path was truncated\n");

    public void LongLine(string beginning, int needed, int available) =>
        throw Fatal($"buf_printf output truncated for string {beginning}: {needed} bytes needed, {available} available\n");

    public void SourceLineMalformed(string line) => Warn($"malformed line: {line}\n");

    public void ObjectListEmpty(string file) => Warn($"bad ending versions file for {file}\n");

    /// <summary>The line at the end when more than ten unresolved symbols were not reported.</summary>
    public void UnresolvedSuppressed(int count) => Warn($"suppressed {count} unresolved symbol warnings because there were too many)\n");

    public void VmlinuxMissing() => Warn("Symbol info of vmlinux is missing. Unresolved symbol check will be entirely skipped.\n");

    private void Warn(string text) => Raw("WARNING: modpost: " + text);

    private void Error(string text)
    {
        HasErrors = true;
        Raw("ERROR: modpost: " + text);
    }

    /// <param name="old">The words without the module's name before them.</param>
    /// <param name="text">The words of kernels that put the module first.</param>
    private void Say(bool isError, ModuleRecord module, string old, string text)
    {
        HasErrors |= isError;
        Raw($"{(isError ? "ERROR" : "WARNING")}: modpost: {(ModuleFirst ? $"{module.FileName}: {text}" : old)}");
    }

    private void Warn(ModuleRecord module, string old, string text) => Say(false, module, old, text);

    private void Error(ModuleRecord module, string old, string text) => Say(true, module, old, text);

    /// <summary>A message that is no modpost's own.</summary>
    public void Plain(string text) => Raw(text);

    private void Raw(string text) => error.Write(ByteText.ToBytes(text));
}
