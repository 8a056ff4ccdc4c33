using System.Buffers.Binary;
using Oot.Core;
using Oot.Kernel.Loading;

namespace Oot.Deploy.Installing;

/// <summary>
/// Whether the running system's kernel trusts a certificate: the machine owner's keys as the boot loader hands them over (EFI variables; UEFI 2.10, 32.4.1 has the lists' form), and the keys that the kernel shows.
/// </summary>
/// <param name="State">The answer.</param>
/// <param name="Reason">What it comes from, or why there is none.</param>
public sealed record KeyEnrolment(EnrolmentState State, string Reason)
{
    private const string Variables = "/sys/firmware/efi/efivars/", OfShim = "-605dab50-e046-4300-abb6-3dd810dd8b23", Table = "/sys/firmware/efi/mok-variables/MokListRT", Keys = "/proc/keys";

    private const int AttributesSize = 4, ListHeaderSize = 28, OwnerSize = 16;

    // EFI_CERT_X509_GUID
    private static readonly byte[] X509 = [0xa1, 0x59, 0xc0, 0xa5, 0xe4, 0x94, 0xa7, 0x4a, 0x87, 0xb5, 0xab, 0x15, 0x5c, 0x2b, 0xf0, 0x72];

    /// <summary>Asks this system.</summary>
    /// <param name="root">The root of another system, whose firmware is not this one's; empty for this one.</param>
    /// <param name="certificate">The certificate's file.</param>
    /// <param name="system">In front of the paths; empty but in tests.</param>
    public static KeyEnrolment Of(IDisk disk, string root, string certificate, string system = "")
    {
        if (root.Length > 0)
            return new KeyEnrolment(EnrolmentState.Unknown, "the keys of another system's machine cannot be seen from here");
        if (!SigningCertificateFile.Read(disk, certificate).Succeeded(out SigningCertificateFile? file, out Diagnostic? unreadable))
            return new KeyEnrolment(EnrolmentState.Unknown, unreadable.Message);
        bool? listed = Lists(disk, system + Table, 0, file) ?? Lists(disk, $"{system}{Variables}MokListRT{OfShim}", AttributesSize, file);
        if (listed == true)
            return new KeyEnrolment(EnrolmentState.Enrolled, "it is one of the machine owner's keys (MokListRT)");
        bool? shown = Shows(disk, system + Keys, file.KeyIdentifier);
        if (shown == true)
            return new KeyEnrolment(EnrolmentState.Enrolled, $"the kernel has it in a keyring ({Keys})");
        if (Lists(disk, $"{system}{Variables}MokNew{OfShim}", AttributesSize, file) == true)
            return new KeyEnrolment(EnrolmentState.Pending, "it waits to be confirmed at the next boot (MokNew)");
        if (listed is null && shown is null)
            return new KeyEnrolment(EnrolmentState.Unknown, "neither the firmware's list of keys (MokListRT) nor the kernel's keyrings can be read");
        return new KeyEnrolment(EnrolmentState.NotEnrolled, listed is null ? $"it is not among the keys that the kernel shows ({Keys})" : "it is not among the machine owner's keys (MokListRT)");
    }

    /// <summary>Whether a variable's lists have a certificate; null when it cannot be read, or is damaged.</summary>
    private static bool? Lists(IDisk disk, string path, int skipped, SigningCertificateFile certificate)
    {
        byte[] bytes = [];
        if (disk.Read(path, ref bytes, out int length) != 0 || length < skipped)
            return null;
        ReadOnlySpan<byte> rest = bytes.AsSpan(skipped, length - skipped);
        while (rest.Length >= ListHeaderSize)
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(rest[16..]), header = BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]), entry = BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]);
            if (size < ListHeaderSize || size > rest.Length || header > size - ListHeaderSize || entry <= OwnerSize)
                return null;
            ReadOnlySpan<byte> entries = rest[(ListHeaderSize + (int)header)..(int)size];
            for (; rest[..16].SequenceEqual(X509) && entries.Length >= entry; entries = entries[(int)entry..])
            {
                if (entries[OwnerSize..(int)entry].SequenceEqual(certificate.Encoding.Span))
                    return true;
            }
            rest = rest[(int)size..];
        }
        return false;
    }

    /// <summary>Whether the kernel shows a key; null when it shows none of the kind (kernel 6.12, security/keys/proc.c: only what the reader may see).</summary>
    private static bool? Shows(IDisk disk, string path, string? identifier)
    {
        if (identifier is null || disk.Read(path, out string text) != 0)
            return null;
        string[] lines = [.. text.Split('\n').Where(line => line.Contains(" asymmetri ", StringComparison.Ordinal))];
        return lines.Length == 0 ? null : Array.Exists(lines, line => line.Contains(identifier, StringComparison.OrdinalIgnoreCase));
    }
}
