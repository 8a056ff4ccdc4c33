namespace Oot.Make.Execution.Shell;

/// <summary>The steps of a compiled script.</summary>
internal enum ShellOperation
{
    /// <summary>A simple command sets the status.</summary>
    Run,

    /// <summary>As <see cref="Run"/>; dash's subshell becomes a program that is its last command, so whoever waits for the subshell tells of the program's death.</summary>
    RunLast,

    /// <summary>Simple commands joined by pipes set the status.</summary>
    RunPipeline,

    /// <summary>Under <c>set -e</c> a status other than 0 ends the (sub)shell.</summary>
    CheckExit,

    /// <summary>Goes to the target.</summary>
    Jump,

    /// <summary>Goes to the target when the status is 0.</summary>
    JumpOnSuccess,

    /// <summary>Goes to the target when the status is not 0.</summary>
    JumpOnFailure,

    /// <summary>Success becomes failure, failure success.</summary>
    Negate,

    /// <summary>The status becomes 0.</summary>
    Succeed,

    /// <summary>Redirects what follows; a failure goes to the target with status 2.</summary>
    Redirect,

    /// <summary>Takes back what <see cref="Redirect"/> did.</summary>
    RedirectBack,

    /// <summary>A subshell begins; its end is the target.</summary>
    EnterSubshell,

    /// <summary>The subshell ends.</summary>
    LeaveSubshell,

    /// <summary>A loop over words begins.</summary>
    EnterLoop,

    /// <summary>The variable gets the next word; behind the last, goes to the target.</summary>
    NextWord,

    /// <summary>The loop's status is the body's.</summary>
    EndBody,

    /// <summary>The loop ends, with its status.</summary>
    LeaveLoop,

    /// <summary>Goes to the target when a word matches one of the patterns.</summary>
    JumpOnMatch,
}
