using Oot.Core;
using Oot.Make;

IReadOnlyList<string> words = ProcessContext.CommandLine();
int skip = words.Count - args.Length;
return Path.GetFileName(words[0]) == "make" || args.Length == 0 || args[0] != "make"
    ? MakeProgram.Run([.. words.Skip(skip)], ProcessContext.Environment(), words[0])
    : MakeProgram.Run([.. words.Skip(skip + 1)], ProcessContext.Environment(), "make");
