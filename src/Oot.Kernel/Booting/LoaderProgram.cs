using System.Buffers.Binary;
using Oot.Elf;

namespace Oot.Kernel.Booting;

/// <summary>
/// The program that loads modules in the guest: one system call with what it is told, and the raw errno on standard output. It needs no C library; other loaders try twice, decompress, or turn the
/// errno into words. Called as <c>load FILE PARAMETERS HOW</c>; HOW is a digit (finit_module with these flags), <c>m</c> (init_module with the file's bytes) or <c>u</c> (delete_module of the
/// name in place of FILE, without waiting).
/// </summary>
internal static class LoaderProgram
{
    private const int HeaderSize = 64, ProgramHeaderSize = 56;
    private const ulong Base = 0x400000;

    private static ReadOnlySpan<byte> X86 =>
    [
        0x48, 0x89, 0xe3, //                   mov rbx, rsp             argc; the words follow
        0x48, 0x8b, 0x7b, 0x10, //             mov rdi, [rbx+16]        FILE
        0x48, 0x8b, 0x4b, 0x20, //             mov rcx, [rbx+32]        HOW
        0x0f, 0xb6, 0x09, //                   movzx ecx, byte [rcx]
        0x80, 0xf9, 0x75, //                   cmp cl, 'u'
        0x74, 0x2c, //                         je unload
        0x89, 0xcd, //                         mov ebp, ecx
        0xbe, 0x00, 0x00, 0x08, 0x00, //       mov esi, O_CLOEXEC
        0x31, 0xd2, //                         xor edx, edx
        0xb8, 0x02, 0x00, 0x00, 0x00, //       mov eax, 2               open
        0x0f, 0x05, //                         syscall
        0x48, 0x85, 0xc0, //                   test rax, rax
        0x78, 0x70, //                         js report
        0x83, 0xfd, 0x6d, //                   cmp ebp, 'm'
        0x74, 0x20, //                         je memory
        0x89, 0xc7, //                         mov edi, eax
        0x48, 0x8b, 0x73, 0x18, //             mov rsi, [rbx+24]        PARAMETERS
        0x8d, 0x55, 0xd0, //                   lea edx, [rbp-'0']
        0xb8, 0x39, 0x01, 0x00, 0x00, //       mov eax, 313             finit_module
        0x0f, 0x05, //                         syscall
        0xeb, 0x59, //                         jmp report
        0xbe, 0x00, 0x08, 0x00, 0x00, // unload: mov esi, O_NONBLOCK
        0xb8, 0xb0, 0x00, 0x00, 0x00, //       mov eax, 176             delete_module
        0x0f, 0x05, //                         syscall
        0xeb, 0x4b, //                         jmp report
        0x49, 0x89, 0xc0, //             memory: mov r8, rax
        0x89, 0xc7, //                         mov edi, eax
        0x31, 0xf6, //                         xor esi, esi
        0xba, 0x02, 0x00, 0x00, 0x00, //       mov edx, SEEK_END
        0xb8, 0x08, 0x00, 0x00, 0x00, //       mov eax, 8               lseek
        0x0f, 0x05, //                         syscall
        0x48, 0x85, 0xc0, //                   test rax, rax
        0x78, 0x33, //                         js report
        0x48, 0x89, 0xc5, //                   mov rbp, rax
        0x31, 0xff, //                         xor edi, edi
        0x48, 0x89, 0xc6, //                   mov rsi, rax
        0xba, 0x01, 0x00, 0x00, 0x00, //       mov edx, PROT_READ
        0x41, 0xba, 0x02, 0x00, 0x00, 0x00, // mov r10d, MAP_PRIVATE
        0x45, 0x31, 0xc9, //                   xor r9d, r9d
        0xb8, 0x09, 0x00, 0x00, 0x00, //       mov eax, 9               mmap
        0x0f, 0x05, //                         syscall
        0x48, 0x85, 0xc0, //                   test rax, rax
        0x78, 0x11, //                         js report
        0x48, 0x89, 0xc7, //                   mov rdi, rax
        0x48, 0x89, 0xee, //                   mov rsi, rbp
        0x48, 0x8b, 0x53, 0x18, //             mov rdx, [rbx+24]        PARAMETERS
        0xb8, 0xaf, 0x00, 0x00, 0x00, //       mov eax, 175             init_module
        0x0f, 0x05, //                         syscall
        0xf7, 0xd8, //                   report: neg eax                0 or -errno
        0x48, 0x8d, 0x74, 0x24, 0xff, //       lea rsi, [rsp-1]
        0xc6, 0x06, 0x0a, //                   mov byte [rsi], '\n'
        0xb9, 0x0a, 0x00, 0x00, 0x00, //       mov ecx, 10
        0x31, 0xd2, //                   digit: xor edx, edx
        0xf7, 0xf1, //                         div ecx
        0x80, 0xc2, 0x30, //                   add dl, '0'
        0x48, 0xff, 0xce, //                   dec rsi
        0x88, 0x16, //                         mov [rsi], dl
        0x85, 0xc0, //                         test eax, eax
        0x75, 0xf0, //                         jnz digit
        0x48, 0x89, 0xe2, //                   mov rdx, rsp
        0x48, 0x29, 0xf2, //                   sub rdx, rsi
        0xbf, 0x01, 0x00, 0x00, 0x00, //       mov edi, 1
        0xb8, 0x01, 0x00, 0x00, 0x00, //       mov eax, 1               write
        0x0f, 0x05, //                         syscall
        0x31, 0xff, //                         xor edi, edi
        0xb8, 0x3c, 0x00, 0x00, 0x00, //       mov eax, 60              exit
        0x0f, 0x05, //                         syscall
    ];

    // openat 56, finit_module 273, delete_module 106, lseek 62, mmap 222, init_module 105, write 64, exit 93; the words are where they are for x86-64.
    private static ReadOnlySpan<byte> Arm =>
    [
        0xf4, 0x13, 0x40, 0xf9, //         ldr x20, [sp, #32]
        0x94, 0x02, 0x40, 0x39, //         ldrb w20, [x20]
        0x9f, 0xd6, 0x01, 0x71, //         cmp w20, #'u'
        0xe0, 0x01, 0x00, 0x54, //         b.eq unload
        0x60, 0x0c, 0x80, 0x12, //         mov w0, #-100
        0xe1, 0x0b, 0x40, 0xf9, //         ldr x1, [sp, #16]
        0x02, 0x01, 0xa0, 0x52, //         mov w2, #0x80000
        0x03, 0x00, 0x80, 0x52, //         mov w3, #0
        0x08, 0x07, 0x80, 0x52, //         mov w8, #56
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0x20, 0x04, 0xf8, 0xb7, //         tbnz x0, #63, report
        0x9f, 0xb6, 0x01, 0x71, //         cmp w20, #'m'
        0x60, 0x01, 0x00, 0x54, //         b.eq memory
        0xe1, 0x0f, 0x40, 0xf9, //         ldr x1, [sp, #24]
        0x82, 0xc2, 0x00, 0x51, //         sub w2, w20, #'0'
        0x28, 0x22, 0x80, 0x52, //         mov w8, #273
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0x1a, 0x00, 0x00, 0x14, //         b report
        0xe0, 0x0b, 0x40, 0xf9, // unload: ldr x0, [sp, #16]
        0x01, 0x00, 0x81, 0x52, //         mov w1, #0x800
        0x48, 0x0d, 0x80, 0x52, //         mov w8, #106
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0x15, 0x00, 0x00, 0x14, //         b report
        0xf5, 0x03, 0x00, 0xaa, // memory: mov x21, x0
        0x01, 0x00, 0x80, 0xd2, //         mov x1, #0
        0x42, 0x00, 0x80, 0x52, //         mov w2, #2
        0xc8, 0x07, 0x80, 0x52, //         mov w8, #62
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0xe0, 0x01, 0xf8, 0xb7, //         tbnz x0, #63, report
        0xf6, 0x03, 0x00, 0xaa, //         mov x22, x0
        0xe1, 0x03, 0x00, 0xaa, //         mov x1, x0
        0x00, 0x00, 0x80, 0xd2, //         mov x0, #0
        0x22, 0x00, 0x80, 0x52, //         mov w2, #1
        0x43, 0x00, 0x80, 0x52, //         mov w3, #2
        0xe4, 0x03, 0x15, 0xaa, //         mov x4, x21
        0x05, 0x00, 0x80, 0xd2, //         mov x5, #0
        0xc8, 0x1b, 0x80, 0x52, //         mov w8, #222
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0xa0, 0x00, 0xf8, 0xb7, //         tbnz x0, #63, report
        0xe1, 0x03, 0x16, 0xaa, //         mov x1, x22
        0xe2, 0x0f, 0x40, 0xf9, //         ldr x2, [sp, #24]
        0x28, 0x0d, 0x80, 0x52, //         mov w8, #105
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0xe0, 0x03, 0x00, 0x4b, // report: neg w0, w0
        0xff, 0x83, 0x00, 0xd1, //         sub sp, sp, #32
        0xe1, 0x7f, 0x00, 0x91, //         add x1, sp, #31
        0x42, 0x01, 0x80, 0x52, //         mov w2, #10
        0x22, 0x00, 0x00, 0x39, //         strb w2, [x1]
        0x43, 0x01, 0x80, 0x52, //         mov w3, #10
        0x04, 0x08, 0xc3, 0x1a, //  digit: udiv w4, w0, w3
        0x85, 0x80, 0x03, 0x1b, //         msub w5, w4, w3, w0
        0xa5, 0xc0, 0x00, 0x11, //         add w5, w5, #'0'
        0x25, 0xfc, 0x1f, 0x38, //         strb w5, [x1, #-1]!
        0xe0, 0x03, 0x04, 0x2a, //         mov w0, w4
        0x60, 0xff, 0xff, 0x35, //         cbnz w0, digit
        0xe2, 0x83, 0x00, 0x91, //         add x2, sp, #32
        0x42, 0x00, 0x01, 0xcb, //         sub x2, x2, x1
        0x20, 0x00, 0x80, 0x52, //         mov w0, #1
        0x08, 0x08, 0x80, 0x52, //         mov w8, #64
        0x01, 0x00, 0x00, 0xd4, //         svc #0
        0x00, 0x00, 0x80, 0x52, //         mov w0, #0
        0xa8, 0x0b, 0x80, 0x52, //         mov w8, #93
        0x01, 0x00, 0x00, 0xd4, //         svc #0
    ];

    /// <summary>The executable: one segment that is mapped as a whole and only read.</summary>
    internal static byte[] Create(ElfMachine machine)
    {
        ReadOnlySpan<byte> code = machine == ElfMachine.AArch64 ? Arm : X86;
        byte[] file = new byte[HeaderSize + ProgramHeaderSize + code.Length];
        ReadOnlySpan<byte> identification = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        identification.CopyTo(file);
        Put16(16, 2); // ET_EXEC
        Put16(18, (int)machine);
        Put32(20, 1);
        Put64(24, Base + HeaderSize + ProgramHeaderSize); // where it starts
        Put64(32, HeaderSize); // program headers
        Put16(52, HeaderSize);
        Put16(54, ProgramHeaderSize);
        Put16(56, 1);
        Put32(HeaderSize, 1); // PT_LOAD
        Put32(HeaderSize + 4, 5); // readable, executable
        Put64(HeaderSize + 16, Base);
        Put64(HeaderSize + 24, Base);
        Put64(HeaderSize + 32, (ulong)file.Length);
        Put64(HeaderSize + 40, (ulong)file.Length);
        Put64(HeaderSize + 48, 0x10000);
        code.CopyTo(file.AsSpan(HeaderSize + ProgramHeaderSize));
        return file;

        void Put16(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value);
        void Put32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        void Put64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);
    }
}
