using System.Text;

namespace Oot.Modinfo;

/// <summary>The lines that modinfo prints of one module: keys and values as they come, parameters last and the last one first (kmod, tools/modinfo.c).</summary>
internal sealed class ModinfoText(ModinfoOptions options)
{
    private readonly StringBuilder text = new();
    private readonly List<string> errors = [];

    /// <summary>What goes to standard output.</summary>
    internal string Output => text.ToString();

    /// <summary>Messages, without what opens them.</summary>
    internal IReadOnlyList<string> Errors => errors;

    /// <summary>The first lines; false when they are all that is asked for.</summary>
    /// <param name="path">The file; null for a built-in module.</param>
    internal bool Begin(string name, string? path)
    {
        if (path is null && options.Field is null)
            Key("name", name);
        else if (path is null && options.Field == "name")
            Value(name);
        if (options.Field is null)
            Key("filename", path ?? "(builtin)");
        else if (options.Field == "filename")
            Value(path ?? "(builtin)");
        return options.Field != "filename";
    }

    internal void Fail(string message) => errors.Add(message);

    /// <summary>The rest.</summary>
    internal void Add(List<KeyValuePair<string, string>> entries)
    {
        var parameters = new List<ModuleParameter>();
        foreach ((string key, string value) in entries)
        {
            if (options.Field is null or "parm" && key is "parm" or "parmtype")
                Parameter(key, value, parameters);
            else if (options.Field is not null)
            {
                if (key == options.Field && options.Field != "parm")
                    Value(value);
            }
            else if (options.Separator == '\0')
                text.Append(key).Append('=').Append(value).Append('\0');
            else
                Key(key, value);
        }
        for (int i = parameters.Count - 1; i >= 0; i--)
            Parameter(parameters[i]);
    }

    private void Key(string key, string value) => text.Append(key).Append(':').Append(' ', Math.Abs(15 - key.Length)).Append(value).Append(options.Separator);

    private void Value(string value) => text.Append(value).Append(options.Separator);

    private void Parameter(string key, string value, List<ModuleParameter> parameters)
    {
        int colon = value.IndexOf(':');
        if (colon < 0)
        {
            Fail($"Found invalid \"{key}={value}\": missing ':'");
            return;
        }
        string name = value[..colon], rest = value[(colon + 1)..];
        int found = parameters.FindIndex(parameter => parameter.Name == name);
        if (found < 0)
            parameters.Add(new ModuleParameter(name, null, null));
        ref ModuleParameter known = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parameters)[found < 0 ? parameters.Count - 1 : found];
        known = key == "parm" ? known with { Description = rest } : known with { Type = rest };
    }

    private void Parameter(ModuleParameter parameter)
    {
        bool all = options.Field is null;
        if (all)
            text.Append("parm:").Append(' ', 11);
        text.Append(parameter.Name).Append(':');
        if (parameter.Description is null)
            text.Append(all ? parameter.Type : $" ({parameter.Type})");
        else if (parameter.Type is null)
            text.Append(parameter.Description);
        else
            text.Append(parameter.Description).Append(" (").Append(parameter.Type).Append(')');
        text.Append(options.Separator);
    }

    private readonly record struct ModuleParameter(string Name, string? Description, string? Type);
}
