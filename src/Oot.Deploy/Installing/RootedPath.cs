using Oot.Core;

namespace Oot.Deploy.Installing;

/// <summary>
/// Paths of another system, whose root is a directory of this one: links are followed as that system would follow them, so an absolute one begins at its root and <c>..</c> never leads out.
/// </summary>
public static class RootedPath
{
    private const int MostLinks = 40;

    /// <summary>Where a path of that system really is, free of links but for the last name, which is taken as it stands.</summary>
    /// <param name="root">The root; empty for this system.</param>
    /// <param name="path">An absolute path of that system.</param>
    /// <param name="real">The path on this system.</param>
    /// <returns>0 or errno.</returns>
    public static int Resolve(IDisk disk, string root, string path, out string real)
    {
        var names = new Stack<string>(Enumerable.Reverse(path.Split('/', StringSplitOptions.RemoveEmptyEntries)));
        var done = new List<string>();
        int links = 0;
        real = root;
        while (names.TryPop(out string? name))
        {
            if (name == ".")
                continue;
            if (name == "..")
            {
                done.RemoveRange(Math.Max(0, done.Count - 1), Math.Min(1, done.Count));
                continue;
            }
            string here = $"{root}/{string.Concat(done.Select(part => part + "/"))}{name}";
            if (names.Count == 0 || disk.LinkStat(here, out FileStatus status) != 0 || !status.IsLink)
            {
                done.Add(name);
                continue;
            }
            if (++links > MostLinks)
                return Errno.Loop;
            int errno = disk.ReadLink(here, out string target);
            if (errno != 0)
                return errno;
            if (target.StartsWith('/'))
                done.Clear();
            foreach (string part in Enumerable.Reverse(target.Split('/', StringSplitOptions.RemoveEmptyEntries)))
                names.Push(part);
        }
        real = $"{root}/{string.Join('/', done)}";
        return 0;
    }
}
