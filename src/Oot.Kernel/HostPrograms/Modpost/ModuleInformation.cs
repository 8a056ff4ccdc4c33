namespace Oot.Kernel.HostPrograms.Modpost;

/// <summary>The <c>tag=value</c> strings of an object's <c>.modinfo</c>.</summary>
internal readonly struct ModuleInformation(ModuleObject module)
{
    /// <summary>The values of a tag in the order of the section.</summary>
    public List<ByteName> Values(ReadOnlySpan<byte> tag)
    {
        var values = new List<ByteName>();
        if (!module.HasInformation)
            return values;
        ulong at = module.InformationOffset, left = module.InformationLength;
        do
        {
            ByteName text = module.StringAt(at);
            if (text.Length > tag.Length && text.Span.StartsWith(tag) && text.Span[tag.Length] == '=')
                values.Add(text.From(tag.Length + 1));
        }
        while (Next(ref at, ref left));
        return values;
    }

    public bool Has(ReadOnlySpan<byte> tag) => Values(tag).Count > 0;

    // Over the string and the zeros after it; false at the end of the section.
    private bool Next(ref ulong at, ref ulong left)
    {
        ulong next = at + (ulong)module.StringAt(at).Length;
        ulong end = at + left;
        while (next < end && module.Image.U8(next) == 0)
            next++;
        if (next >= end)
            return false;
        left = end - next;
        at = next;
        return true;
    }
}
