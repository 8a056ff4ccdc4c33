using Oot.Core;
using Oot.Make;

IReadOnlyList<string> words = ProcessContext.CommandLine();
return MakeProgram.Run([.. words.Skip(2)], ProcessContext.Environment(), "make");
