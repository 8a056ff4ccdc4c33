using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Oot.Core;
using Oot.Kernel.HostPrograms;
using Oot.Kernel.HostPrograms.Signing;
using Oot.Kernel.Modules;
using Oot.Kernel.Tests.Loading;

namespace Oot.Kernel.Tests.Proving;

/// <summary>What the table's rows do to a module's file.</summary>
internal sealed class ModuleEdits(BuiltModules built, string kernel, string directory)
{
    private const int LinkOfHeader = 40;

    /// <summary>Makes the file that a row names; its path.</summary>
    internal string Make(IReadOnlyList<string[]> row, int number)
    {
        string name = row[0][0];
        Specimen specimen = name.StartsWith("debian:", StringComparison.Ordinal) ? Specimen.Signed(kernel + "-cloud", name[7..]) : Specimen.Built(kernel + "-cloud", $"{built.Of(kernel)}/{name}.ko");
        string path = $"{directory}/{number}-{name[(name.IndexOf(':') + 1)..]}.ko";
        foreach (string[] edit in row.Skip(1))
            Apply(specimen, edit, path);
        File.WriteAllBytes(path, specimen.Bytes);
        return path;
    }

    private void Apply(Specimen specimen, string[] words, string path)
    {
        _ = words switch
        {
            ["text", var old, var with] => specimen.Replace(old, with),
            ["text", var old, var with, var section] => specimen.Replace(old, with, section),
            ["crc", var symbol] => specimen.FlipCrc(symbol),
            ["cut", "half"] => specimen.Cut(specimen.Bytes.Length / 2),
            ["cut", var length] => specimen.Cut(Number(length)),
            ["flip", var at] => specimen.Flip(Number(at)),
            ["flip", var at, var section] => specimen.Flip(specimen.StartOf(section) + Number(at)),
            ["word", var at, var value] => specimen.Put16(Number(at), (ushort)Number(value)),
            ["type", var section, var value] => specimen.SetHeader(section, 4, (ulong)Number(value)),
            ["flags", var section, var value] => specimen.SetHeader(section, 8, (ulong)Number(value)),
            ["link", var section, var value] => specimen.SetHeader(section, LinkOfHeader, (ulong)Number(value)),
            ["grow", var section, var by] => specimen.SetHeader(section, 32, specimen.SizeOf(section) + (ulong)long.Parse(by, CultureInfo.InvariantCulture)),
            ["place", var symbol, var section] => specimen.SetSection(symbol, (ushort)Number(section)),
            ["unsigned"] => specimen.Cut(SignatureBlock.Find(specimen.Bytes).ObjectLength),
            ["sign"] => Sign(specimen, path),
            ["signature", var part] => Signature(specimen, part),
            ["run", .. var command] => Run(specimen, path, command),
            _ => throw new InvalidDataException(string.Join(' ', words)),
        };
    }

    // strip, xz and the like, which read a file and leave another one.
    private static Specimen Run(Specimen specimen, string path, string[] command)
    {
        string from = path + ".from", to = path + ".to";
        File.WriteAllBytes(from, specimen.Bytes);
        BuiltModules.Run("/bin/sh", "-c", string.Join(' ', command).Replace("IN", $"'{from}'", StringComparison.Ordinal).Replace("OUT", $"'{to}'", StringComparison.Ordinal));
        specimen.Become(File.ReadAllBytes(to));
        File.Delete(from);
        File.Delete(to);
        return specimen;
    }

    private Specimen Sign(Specimen specimen, string path)
    {
        string unsigned = path + ".unsigned", signed = path + ".signed";
        File.WriteAllBytes(unsigned, specimen.Bytes);
        (string key, string certificate) = built.OtherKey;
        using var error = new MemoryStream();
        int status = SignFileProgram.Run(new HostProgramCall("scripts/sign-file", ["sha256", key, certificate, unsigned, signed], ProcessContext.Environment(), Stream.Null, Stream.Null, error, new Disk()));
        Xunit.Assert.True(status == 0, Encoding.Latin1.GetString(error.ToArray()));
        specimen.Become(File.ReadAllBytes(signed));
        File.Delete(unsigned);
        File.Delete(signed);
        return specimen;
    }

    // algorithm, hash, kind, signer's length, key's length, 3 bytes of nothing, the signature's length; the marker.
    private static Specimen Signature(Specimen specimen, string part)
    {
        int trailer = specimen.Bytes.Length - SignatureBlock.Marker.Length - 12, start = SignatureBlock.Find(specimen.Bytes).SignatureStart;
        switch (part)
        {
            case "kind":
                specimen.Bytes[trailer + 2] = 1;
                break;
            case "hash":
                specimen.Bytes[trailer + 1] = 4;
                break;
            case "length":
                BinaryPrimitives.WriteInt32BigEndian(specimen.Bytes.AsSpan(trailer + 8), specimen.Bytes.Length);
                break;
            case "content":
                specimen.Flip(start);
                break;
            case "number":
                specimen.Flip(trailer - 20);
                break;
            default:
                throw new InvalidDataException(part);
        }
        return specimen;
    }

    private static int Number(string text) => text.StartsWith("0x", StringComparison.Ordinal) ? int.Parse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : int.Parse(text, CultureInfo.InvariantCulture);
}
