using System.Globalization;
using Oot.Core;

namespace Oot.Make.Execution.Shell;

/// <summary>What <c>test</c> and <c>[</c> say of up to four words (bltin/test.c of dash 0.5.12); anything else is left to the real shell.</summary>
internal sealed class TestExpression(IDisk disk)
{
    private const int LongestNumber = 18;

    /// <summary>A file has been asked for.</summary>
    public bool HasAskedDisk { get; private set; }

    /// <summary>0 for true, 1 for false; null when it is not known here.</summary>
    public int? Status(IReadOnlyList<string> words)
    {
        int count = words.Count;
        if (words[0] == "[" && words[--count] != "]")
            return null;
        return Truth(words, 1, count - 1) switch { true => 0, false => 1, _ => null };
    }

    private bool? Truth(IReadOnlyList<string> words, int start, int count) => count switch
    {
        0 => false,
        1 => words[start] == "!" ? null : words[start].Length > 0,
        2 when words[start] == "!" => Opposite(IsOperator(words[start + 1]) ? null : words[start + 1].Length > 0),
        2 => Unary(words[start], words[start + 1]),
        3 when Binary(words[start], words[start + 1], words[start + 2], out bool? truth) => truth,
        3 or 4 when words[start] == "!" && (count == 3 || IsBinary(words[start + 2])) => Opposite(Truth(words, start + 1, count - 1)),
        _ => null,
    };

    private static bool? Opposite(bool? truth) => truth is null ? null : !truth;

    private static bool IsOperator(string word) => word.StartsWith('-') || word is "!" or "(" or ")" || IsBinary(word);

    private static bool IsBinary(string word) =>
        word is "=" or "!=" or "<" or ">" or "-eq" or "-ne" or "-gt" or "-ge" or "-lt" or "-le" or "-nt" or "-ot" or "-ef";

    private bool? Unary(string operation, string operand)
    {
        if (operation is not ("-n" or "-z") && ShellStreams.DependsOnProcess(operand))
            return null;
        switch (operation)
        {
            case "-n":
                return operand.Length > 0;
            case "-z":
                return operand.Length == 0;
            case "-e" or "-f" or "-d" or "-s":
                HasAskedDisk = true;
                if (disk.Stat(operand, out FileStatus status) != 0)
                    return false;
                return operation switch { "-f" => status.IsRegular, "-d" => status.IsDirectory, "-s" => status.Size > 0, _ => true };
            case "-h" or "-L":
                HasAskedDisk = true;
                return disk.LinkStat(operand, out FileStatus link) == 0 && link.IsLink;
            case "-r" or "-w" or "-x":
                HasAskedDisk = true;
                return FileCalls.MayAccess(operand, operation[1]);
            default:
                return null;
        }
    }

    /// <summary>False when the middle word is no binary operator.</summary>
    private static bool Binary(string left, string operation, string right, out bool? truth)
    {
        truth = null;
        if (!IsBinary(operation))
            return false;
        if (operation is "=" or "!=")
        {
            truth = (left == right) == (operation == "=");
            return true;
        }
        if (operation[0] != '-' || !TryNumber(left, out long first) || !TryNumber(right, out long second))
            return true;
        truth = operation switch
        {
            "-eq" => first == second,
            "-ne" => first != second,
            "-gt" => first > second,
            "-ge" => first >= second,
            "-lt" => first < second,
            "-le" => first <= second,
            _ => null,
        };
        return true;
    }

    private static bool TryNumber(string text, out long value)
    {
        value = 0;
        return text.Length <= LongestNumber && long.TryParse(text.AsSpan().Trim(' '), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
