using System.Globalization;
using System.Text;
using Oot.Kernel.Loading;

namespace Oot.Kernel.Booting;

/// <summary>
/// What the guest does, as the script that its kernel starts first. The console belongs to the kernel; what the script reports goes to the second serial port, line by line:
/// <c>oot ready TAINT</c>, <c>oot loading N</c>, <c>oot loaded N ERRNO TAINT LIVE</c>, <c>| a line of the kernel's log</c>, <c>oot running</c>, <c>> a line of the user's script</c>, <c>oot ran
/// STATUS</c>, <c>oot unloaded N ERRNO</c>, <c>oot done</c>. ERRNO is empty where the loader itself was killed.
/// </summary>
internal static class GuestScript
{
    /// <summary>What a line in the kernel's log begins with that says what the guest is about to do.</summary>
    internal const string Mark = "oot: ";

    // The mark after loading is needed as well: some of the kernel's messages lack their line feed, and are not seen before the next one.
    // A value below /proc/sys is read at once or not whole: the shell's `read` takes a byte at a time and gets the first digit.
    private const string Beginning = """
        #!/bin/busybox sh
        # Written by oot try.
        /bin/busybox mount -t devtmpfs none /dev
        /bin/busybox mount -t proc none /proc
        /bin/busybox mount -t sysfs none /sys
        /bin/busybox --install -s /bin
        PATH=/bin
        export PATH
        stty -F /dev/PORT raw
        exec 3>/dev/PORT
        lines() { while IFS= read -r line || [ -n "$line" ]; do printf '%s%s\n' "$1" "$line"; done >&3; }
        mark() { echo "oot: $1" >/dev/kmsg; }
        log() { dmesg -c | lines '| '; }
        live() { while read -r name rest; do [ "$name" != "$1" ] || { echo 1; return; }; done </proc/modules; echo 0; }
        load() {
            mark "loading $2"
            echo "oot loading $1" >&3
            errno=$(/oot/load "/oot/$1.ko" "$3" "$4")
            tainted=$(cat /proc/sys/kernel/tainted)
            echo "oot loaded $1 ${errno:--} $tainted $(live "$2")" >&3
            mark "loaded $2"
            log
            [ "$errno" = 0 ] || { all=0; return 1; }
        }
        unload() {
            mark "unloading $2"
            errno=$(/oot/load "$2" '' u)
            echo "oot unloaded $1 ${errno:--}" >&3
            log
        }
        all=1
        dmesg -c >/dev/null
        tainted=$(cat /proc/sys/kernel/tainted)
        echo "oot ready $tainted" >&3

        """;

    private const string Running = """
        if [ $all = 1 ]; then
            mark "running the script"
            echo "oot running" >&3
            { COMMAND </dev/null; echo $? >/oot/status; } 2>&1 3>&- | lines '> '
            echo "oot ran $(cat /oot/status)" >&3
            log
        fi

        """;

    // Closing the port waits until all is sent. QEMU ends where a machine would start again.
    private const string End = """
        echo "oot done" >&3
        exec 3>&-
        reboot -f

        """;

    /// <summary>The script for a trial.</summary>
    /// <param name="port">The name of the port that it reports on.</param>
    internal static string Of(GuestTrial trial, string port)
    {
        var text = new StringBuilder(Beginning.Replace("PORT", port, StringComparison.Ordinal));
        string how = trial.Flags.HasFlag(LoadFlags.Memory) ? "m" : ((int)trial.Flags).ToString(CultureInfo.InvariantCulture);
        for (int i = 0; i < trial.Modules.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"load {i} {Quoted(trial.Modules[i].Name)} {Quoted(trial.Modules[i].Parameters)} {how} && loaded{i}=1\n");
        if (trial.Script is { } script)
            text.Append(Running.Replace("COMMAND", script.AsSpan().StartsWith("\u007fELF"u8) ? "/oot/run" : "sh /oot/run", StringComparison.Ordinal));
        for (int i = trial.Modules.Count - 1; i >= 0 && trial.Unloads; i--)
        {
            if (trial.Modules[i].Name.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"[ \"$loaded{i}\" != 1 ] || unload {i} {Quoted(trial.Modules[i].Name)}\n");
        }
        return text.Append(End).ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
