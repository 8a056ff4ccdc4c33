using System.Globalization;
using System.Text;
using Oot.Make.Shell;

namespace Oot.Make.Execution.Shell;

/// <summary>Expands words: parameters, then splitting at blanks, tabs and newlines. File name patterns have been ruled out before.</summary>
internal sealed class ShellExpander
{
    private readonly StringBuilder _text = new();

    /// <summary>The variables.</summary>
    public required ShellVariables Variables { get; set; }

    /// <summary>The value of <c>$?</c>.</summary>
    public int Status { get; set; }

    /// <summary>The fields that a list of words becomes.</summary>
    public List<string> Fields(IReadOnlyList<ShellWord> words)
    {
        var fields = new List<string>(words.Count);
        foreach (ShellWord word in words)
        {
            if (word.Text is not null)
                fields.Add(word.Text);
            else
                AddFields(word, fields);
        }
        return fields;
    }

    /// <summary>The word as one, not split.</summary>
    public string Single(ShellWord word)
    {
        if (word.Text is not null)
            return word.Text;
        _text.Clear();
        foreach (ShellWordPart part in word.Parts)
            _text.Append(part.Parameter is null ? part.Text : ValueOf(part.Parameter));
        return _text.ToString();
    }

    /// <summary>Whether the text matches the word as a pattern.</summary>
    public bool Matches(ShellWord pattern, string text)
    {
        _text.Clear();
        var quoted = new List<bool>();
        foreach (ShellWordPart part in pattern.Parts)
        {
            string piece = part.Parameter is null ? part.Text : ValueOf(part.Parameter);
            _text.Append(piece);
            for (int i = 0; i < piece.Length; i++)
                quoted.Add(part.IsQuoted);
        }
        return ShellPattern.Matches(_text.ToString(), quoted.ToArray(), text);
    }

    private void AddFields(ShellWord word, List<string> fields)
    {
        _text.Clear();
        bool isOpen = false;
        foreach (ShellWordPart part in word.Parts)
        {
            string piece = part.Parameter is null ? part.Text : ValueOf(part.Parameter);
            if (part.IsQuoted || part.Parameter is null)
            {
                _text.Append(piece);
                isOpen |= part.IsQuoted || piece.Length > 0;
                continue;
            }
            foreach (char c in piece)
            {
                if (c is not (' ' or '\t' or '\n'))
                {
                    _text.Append(c);
                    isOpen = true;
                }
                else if (isOpen)
                {
                    fields.Add(_text.ToString());
                    _text.Clear();
                    isOpen = false;
                }
            }
        }
        if (isOpen)
            fields.Add(_text.ToString());
    }

    private string ValueOf(ShellParameter parameter)
    {
        if (parameter.Name == "?")
            return Status.ToString(CultureInfo.InvariantCulture);
        string? value = Variables[parameter.Name];
        return parameter.Operation switch
        {
            ShellParameterOperation.Value => value ?? "",
            ShellParameterOperation.WhenUnset => value ?? parameter.Operand,
            ShellParameterOperation.WhenEmpty => string.IsNullOrEmpty(value) ? parameter.Operand : value,
            ShellParameterOperation.WhenSet => value is null ? "" : parameter.Operand,
            ShellParameterOperation.WhenFilled => string.IsNullOrEmpty(value) ? "" : parameter.Operand,
            _ => value is null ? "" : ShellPattern.Remove(value, parameter.Operation, parameter.Operand),
        };
    }
}
