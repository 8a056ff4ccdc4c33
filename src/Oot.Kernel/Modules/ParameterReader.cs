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
}
