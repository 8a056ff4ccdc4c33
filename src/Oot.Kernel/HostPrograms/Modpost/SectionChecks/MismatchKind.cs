namespace Oot.Kernel.HostPrograms.Modpost.SectionChecks;

/// <summary>Which two parts of a module do not go together. Only the words of 5.10 tell all of them apart.</summary>
internal enum MismatchKind
{
    TextToInit,
    DataToInit,
    TextToExit,
    DataToExit,
    MemoryInitToInit,
    MemoryExitToExit,
    InitToExit,
    ExitToInit,
    ExportToDiscarded,
    ExceptionTableToData,
}
