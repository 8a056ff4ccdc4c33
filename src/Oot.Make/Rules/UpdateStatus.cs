namespace Oot.Make.Rules;

/// <summary>How the update of a target ended, better before worse.</summary>
internal enum UpdateStatus
{
    /// <summary>Succeeded, or nothing had to be done.</summary>
    Success,

    /// <summary>Nothing has been tried.</summary>
    None,

    /// <summary>Under <c>-q</c>: something would have to be done.</summary>
    Question,

    /// <summary>Failed.</summary>
    Failed,
}

/// <summary>Where a target's recipe stands.</summary>
internal enum CommandState
{
    /// <summary>Not begun.</summary>
    NotStarted,

    /// <summary>Prerequisites are being made.</summary>
    DependenciesRunning,

    /// <summary>The recipe runs.</summary>
    Running,

    /// <summary>Done.</summary>
    Finished,
}
