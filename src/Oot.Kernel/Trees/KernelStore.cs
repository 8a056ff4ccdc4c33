using Oot.Core;

namespace Oot.Kernel.Trees;

/// <summary>
/// The kernels that oot fetched or was told of: <c>$XDG_DATA_HOME/oot/kernels/RELEASE/</c>, each with a link <c>build</c> to its tree. A kernel is made under a name that begins
/// with a dot and renamed into place when it is whole, under one lock; what a killed run leaves is removed by the next.
/// </summary>
public sealed class KernelStore(IDisk disk, string directory)
{
    /// <summary>Where the store is; it may not exist yet.</summary>
    public string Directory => directory;

    /// <summary>The store of a user's environment.</summary>
    public static KernelStore Of(IDisk disk, IReadOnlyList<string> environment)
    {
        string? data = ProcessEnvironment.Value(environment, "XDG_DATA_HOME");
        if (string.IsNullOrEmpty(data) || data[0] != '/')
            data = (ProcessEnvironment.Value(environment, "HOME") ?? "/root").TrimEnd('/') + "/.local/share";
        return new KernelStore(disk, data + "/oot/kernels");
    }

    /// <summary>The releases in the store.</summary>
    public IReadOnlyList<string> Releases() =>
        disk.List(directory, out IReadOnlyList<string> names) == 0 ? [.. names.Where(name => name[0] != '.').Order(StringComparer.Ordinal)] : [];

    /// <summary>The <c>KDIR</c> of a release in the store (its <c>build</c> link).</summary>
    public string TreeOf(string release) => $"{directory}/{release}/build";

    /// <summary>Whether the store has a release.</summary>
    public bool Has(string release) => disk.LinkStat(TreeOf(release), out _) == 0;

    /// <summary>Where a release's image and modules are, as below a root, if they were fetched.</summary>
    public string ImageOf(string release) => $"{directory}/{release}/image";

    /// <summary>Whether the store has a release's image and modules.</summary>
    public bool HasImage(string release) => disk.Stat(ImageOf(release), out _) == 0;

    /// <summary>Takes the store for one writer, waiting for others, and clears what killed writers left.</summary>
    public IDisposable Lock(Action? waiting = null)
    {
        System.IO.Directory.CreateDirectory(ByteText.ToUnicode(directory));
        string path = ByteText.ToUnicode(directory + "/.lock");
        bool told = false;
        while (true)
        {
            FileStream? held = null;
            try
            {
                held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                RemoveLeftovers();
                FileStream taken = held;
                held = null;
                return taken;
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!told)
                    waiting?.Invoke();
                told = true;
            }
            finally
            {
                // Leftovers that a dying child of a killed run still writes to: try again.
                held?.Dispose();
            }
            Thread.Sleep(100);
        }
    }

    /// <summary>How many bytes its file system has left for this user. Call with the lock held: the store exists then.</summary>
    public long FreeBytes() => new DriveInfo(ByteText.ToUnicode(directory)).AvailableFreeSpace;

    /// <summary>A new directory inside the store for something unfinished. Call with the lock held.</summary>
    public string NewUnfinished()
    {
        string path = $"{directory}/.new-{Environment.ProcessId}";
        System.IO.Directory.CreateDirectory(ByteText.ToUnicode(path));
        return path;
    }

    /// <summary>Renames a finished directory into its place. Call with the lock held.</summary>
    public void Publish(string unfinished, string release) =>
        System.IO.Directory.Move(ByteText.ToUnicode(unfinished), ByteText.ToUnicode($"{directory}/{release}"));

    /// <summary>Renames a finished directory with a release's image into its place; the release is there already. Call with the lock held.</summary>
    public void PublishImage(string unfinished, string release) => System.IO.Directory.Move(ByteText.ToUnicode(unfinished), ByteText.ToUnicode(ImageOf(release)));

    /// <summary>Adds a tree that lies elsewhere. Call with the lock held.</summary>
    public void AddLink(string release, string tree)
    {
        string unfinished = NewUnfinished();
        File.CreateSymbolicLink(ByteText.ToUnicode(unfinished + "/build"), ByteText.ToUnicode(tree));
        Publish(unfinished, release);
    }

    /// <summary>Removes a release: hidden at once, deleted then. Call with the lock held.</summary>
    public void Remove(string release)
    {
        string doomed = ByteText.ToUnicode($"{directory}/.old-{Environment.ProcessId}");
        System.IO.Directory.Move(ByteText.ToUnicode($"{directory}/{release}"), doomed);
        System.IO.Directory.Delete(doomed, recursive: true);
    }

    private void RemoveLeftovers()
    {
        foreach (string entry in System.IO.Directory.EnumerateDirectories(ByteText.ToUnicode(directory)))
        {
            string name = Path.GetFileName(entry);
            if (name.StartsWith(".new-", StringComparison.Ordinal) || name.StartsWith(".old-", StringComparison.Ordinal))
                System.IO.Directory.Delete(entry, recursive: true);
        }
    }
}
