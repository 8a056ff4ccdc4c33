namespace Oot.Make.Caching.Runs;

/// <summary>What a run asked and printed, as it is handed from a make to the one above it.</summary>
/// <param name="Names">The variables that were looked up, hashed.</param>
/// <param name="AllNames">Every variable matters.</param>
/// <param name="HasWatched">A command was watched.</param>
/// <param name="Directories">The working directories.</param>
/// <param name="Inputs">What was asked.</param>
/// <param name="Outputs">What was printed.</param>
/// <param name="LatestModified">The latest modification time of a file that was asked about.</param>
/// <param name="AsksKernel">The kernel's name is an input.</param>
internal sealed record RunContent(ulong[] Names, bool AllNames, bool HasWatched, IReadOnlyList<string> Directories, IReadOnlyList<RecordedInput> Inputs, IReadOnlyList<RecordedOutput> Outputs, long LatestModified, bool AsksKernel)
{
    /// <summary>Reads the content; the reader is broken when it is not whole.</summary>
    public static RunContent Read(ref RunReader reader)
    {
        bool allNames = reader.Number() != 0, hasWatched = reader.Number() != 0;
        ulong[] names = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(reader.Numbers()).ToArray();
        bool asksKernel = reader.Text().Length > 0;
        long latest = reader.Number();
        string[] directories = new string[reader.Count()];
        for (int i = 0; i < directories.Length; i++)
            directories[i] = reader.String();
        var inputs = new RecordedInput[reader.Count()];
        for (int i = 0; i < inputs.Length; i++)
        {
            long kind = reader.Number();
            var answer = new FileAnswer((ulong)reader.Number(), reader.Number(), reader.Number());
            inputs[i] = new RecordedInput((int)(kind >> 8), "", (FileQuestionKind)(byte)kind, answer, (ulong)reader.Number()) with { Path = reader.String() };
            if ((uint)inputs[i].Directory >= (uint)directories.Length)
                reader.Break();
            if (reader.IsBroken)
                break;
        }
        var outputs = new RecordedOutput[reader.Count()];
        for (int i = 0; i < outputs.Length && !reader.IsBroken; i++)
            outputs[i] = new RecordedOutput((int)reader.Number(), reader.String());
        return new RunContent(names, allNames, hasWatched, directories, inputs, outputs, latest, asksKernel);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public static void Write(RunRecorder run, CacheWriter writer)
    {
        ulong[] names = run.Variables.Hashes();
        writer.Number(run.Variables.All ? 1 : 0).Number(run.HasWatched ? 1 : 0).Number(names.Length);
        foreach (ulong name in names)
            writer.Number((long)name);
        WriteWithoutNames(run, writer);
    }

    /// <summary>As <see cref="Write"/>, from the second part on.</summary>
    public static void WriteWithoutNames(RunRecorder run, CacheWriter writer)
    {
        writer.Text(run.AsksKernel ? KernelName.Text : "").Number(run.LatestModified).Number(run.Directories.Count);
        foreach (string directory in run.Directories)
            writer.Text(directory);
        writer.Number(run.Inputs.Count);
        foreach (RecordedInput input in run.Inputs)
            writer.Number(((long)input.Directory << 8) | (byte)input.Kind).Number((long)input.Answer.Place).Number(input.Answer.ModifiedNs).Number(input.Answer.ChangedNs).Number((long)input.Content).Text(input.Path);
        writer.Number(run.Outputs.Count);
        foreach (RecordedOutput output in run.Outputs)
            writer.Number(output.Descriptor).Text(output.Text);
    }
}
