namespace Oot.Make.Execution;

/// <summary>A child that is no process, but a thread of this one.</summary>
internal interface IChildHere
{
    /// <summary>Its number among the children of its make; no process has it.</summary>
    int Number { get; }

    /// <summary>Readable once it has ended.</summary>
    int EndDescriptor { get; }

    /// <summary>How it ended; null while it runs. To be looked at when <see cref="EndDescriptor"/> is readable.</summary>
    ChildExit? Exit { get; }

    /// <summary>What <c>kill</c> is to a process.</summary>
    void Signal(int signal);
}
