namespace Oot.Make.Observing;

/// <summary>Someone who wants to know which targets are made, and why.</summary>
public interface IUpdateObserver
{
    /// <summary>A target's recipe is about to run its first command. Targets whose recipes turn out to do nothing are not told of.</summary>
    void Updating(TargetUpdate update);
}
