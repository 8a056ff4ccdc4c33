using Xunit;

// modpost takes names relative to the working directory, of which a process has one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
