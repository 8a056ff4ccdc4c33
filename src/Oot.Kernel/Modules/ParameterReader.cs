using Oot.Core;
using Oot.Elf;

namespace Oot.Kernel.Modules;

/// <summary>
/// The parameters of a module: the entries of <c>__param</c>, whose first field the loader points to a name, and their types, as far as <c>parmtype</c> gives them. A parameter with functions of
/// its own has no type there.
/// </summary>
internal static class ParameterReader
{
    // struct kernel_param: name, module, operations, a word of permissions and flags, value.
    private const int WordsOfAnEntry = 5;

    internal static KeyValuePair<string, string>[] Read(ModuleImage image)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string text in image.Information.All("parmtype"u8))
        {
            if (text.IndexOf(':') is >= 0 and var colon)
                types.TryAdd(text[..colon], text[(colon + 1)..]);
        }
        int table = image.Find("__param"u8, allocated: true);
        if (table > 0)
        {
            ulong size = (ulong)(WordsOfAnEntry * image.Elf.WordSize);
            foreach (RelocatedPlace place in RelocatedPlaces.Of(image, table))
            {
                if (place.Offset % size != 0 || place.Section <= 0 || place.Section >= image.Sections.Length)
                    continue;
                ReadOnlySpan<byte> name = ElfObject.StringAt(image.Elf.Content(image.Sections[place.Section]), place.Value);
                if (!name.IsEmpty)
                    types.TryAdd(ByteText.FromBytes(name), "");
            }
        }
        return [.. types];
    }

    /// <summary>How many values each array takes, by its name, as far as the file says.</summary>
    internal static IReadOnlyDictionary<string, uint> Limits(ModuleImage image, KeyValuePair<string, string>[] parameters)
    {
        var limits = new Dictionary<string, uint>(StringComparer.Ordinal);
        int table = image.Find("__param"u8, allocated: true), word = image.Elf.WordSize;
        if (table == 0 || !Array.Exists(parameters, parameter => parameter.Value.StartsWith("array of ", StringComparison.Ordinal)))
            return limits;
        // The last field leads to struct kparam_array, which begins with the limit.
        ulong size = (ulong)(WordsOfAnEntry * word);
        var places = new Dictionary<ulong, RelocatedPlace>();
        foreach (RelocatedPlace place in RelocatedPlaces.Of(image, table))
            places.TryAdd(place.Offset, place);
        foreach ((ulong offset, RelocatedPlace place) in places)
        {
            if (offset % size != 0 || !places.TryGetValue(offset + size - (ulong)word, out RelocatedPlace value))
                continue;
            string name = ByteText.FromBytes(TextAt(image, place));
            bool isArray = Array.Exists(parameters, parameter => parameter.Key == name && parameter.Value.StartsWith("array of ", StringComparison.Ordinal));
            ReadOnlySpan<byte> home = isArray && value.Section > 0 && value.Section < image.Sections.Length ? image.Elf.Content(image.Sections[value.Section]) : [];
            if (value.Value + 4 <= (ulong)home.Length && value.Value < int.MaxValue)
                limits.TryAdd(name, image.Elf.U32(home, (int)value.Value));
        }
        return limits;
    }

    private static ReadOnlySpan<byte> TextAt(ModuleImage image, in RelocatedPlace place) =>
        place.Section > 0 && place.Section < image.Sections.Length ? ElfObject.StringAt(image.Elf.Content(image.Sections[place.Section]), place.Value) : [];
}
