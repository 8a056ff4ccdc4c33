using System.Globalization;
using System.Text;
using Oot.Core;

namespace Oot.Kernel.Booting;

/// <summary>Understands what <see cref="GuestScript"/> reports, piece by piece as it comes. A line that is none of the known ones is left out: the port is open to whatever runs in the guest.</summary>
/// <param name="trial">What the guest was to do.</param>
/// <param name="scriptLine">Told each line of the user's script.</param>
internal sealed class GuestTranscript(GuestTrial trial, Action<string> scriptLine)
{
    private const int LongestLine = 1 << 16;

    private readonly StringBuilder line = new();
    private readonly List<LoadedModule> modules = [];
    private readonly List<string> script = [];
    private List<string> log = [];

    internal bool IsReady { get; private set; }

    internal bool IsDone { get; private set; }

    internal ulong TaintBefore { get; private set; }

    internal int? ScriptStatus { get; private set; }

    internal IReadOnlyList<string> ScriptOutput => script;

    internal IReadOnlyList<LoadedModule> Modules => modules;

    /// <summary>Takes the next bytes.</summary>
    internal void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (one != '\n' && line.Length < LongestLine)
            {
                line.Append((char)one);
                continue;
            }
            Take(line.ToString());
            line.Clear();
            if (one != '\n')
                line.Append((char)one);
        }
    }

    /// <summary>A line of the kernel's log without what is in front of it: <c>[    1.234567] </c>, with CONFIG_PRINTK_CALLER also <c>[    T1] </c>.</summary>
    internal static string WithoutTime(string text)
    {
        int end = text.StartsWith('[') ? text.IndexOf("] ", StringComparison.Ordinal) : -1;
        if (end < 0 || text.AsSpan(1, end - 1).Trim().ContainsAnyExcept("0123456789."))
            return text;
        string rest = text[(end + 2)..];
        end = rest.StartsWith('[') ? rest.IndexOf("] ", StringComparison.Ordinal) : -1;
        return end > 0 && rest.AsSpan(1, end - 1).Trim() is [('T' or 'C'), .. var number] && !number.ContainsAnyExcept("0123456789") ? rest[(end + 2)..] : rest;
    }

    private void Take(string text)
    {
        if (text.StartsWith("> ", StringComparison.Ordinal))
        {
            script.Add(text[2..]);
            scriptLine(text[2..]);
        }
        else if (text.StartsWith("| ", StringComparison.Ordinal))
        {
            string message = WithoutTime(text[2..]);
            if (!message.StartsWith(GuestScript.Mark, StringComparison.Ordinal))
                log.Add(message);
        }
        else if (text.Split(' ') is ["oot", .. var words])
            Take(words);
    }

    private void Take(string[] words)
    {
        switch (words)
        {
            case ["ready", string taint]:
                IsReady = true;
                TaintBefore = Number(taint);
                break;
            case ["loading", string index] when Number(index) == (ulong)modules.Count && modules.Count < trial.Modules.Count:
                log = [];
                modules.Add(new LoadedModule(trial.Modules[modules.Count], null, 0, false, null, log));
                break;
            case ["loaded", string index, string errno, string taint, string live] when At(index) is int at:
                modules[at] = modules[at] with { Errno = ErrnoOf(errno), Taint = Number(taint), IsLive = live == "1" };
                break;
            case ["unloaded", string index, string errno] when At(index) is int at:
                modules[at] = modules[at] with { UnloadErrno = ErrnoOf(errno) };
                log = (List<string>)modules[at].Log;
                break;
            case ["running"]:
                log = [];
                break;
            case ["ran", string status]:
                ScriptStatus = ErrnoOf(status);
                break;
            case ["done"]:
                IsDone = true;
                break;
        }
    }

    private int? At(string index) => Number(index) is var number && number < (ulong)modules.Count ? (int)number : null;

    private static ulong Number(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number : ulong.MaxValue;

    private static int? ErrnoOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
