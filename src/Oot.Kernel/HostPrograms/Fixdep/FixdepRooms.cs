namespace Oot.Kernel.HostPrograms.Fixdep;

/// <summary>Memory of runs that have ended, which serves the next ones: fresh memory costs a fault a page, a quarter of what a run takes.</summary>
internal sealed class FixdepRooms
{
    private const int Most = 16, LargestKept = 1 << 22;

    private readonly Stack<FixdepRoom> free = new();

    /// <summary>Room that nobody else has.</summary>
    internal FixdepRoom Take()
    {
        lock (free)
            return free.TryPop(out FixdepRoom? room) ? room : new FixdepRoom();
    }

    /// <summary>It is not needed any more.</summary>
    internal void GiveBack(FixdepRoom room)
    {
        room.Clear();
        lock (free)
        {
            if (free.Count < Most && room.Size <= LargestKept)
                free.Push(room);
        }
    }
}
