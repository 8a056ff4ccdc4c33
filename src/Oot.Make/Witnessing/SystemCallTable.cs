using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Oot.Make.Witnessing;

/// <summary>
/// The system calls that a witness understands, by number (Linux, <c>asm/unistd_64.h</c> of x86-64 and <c>asm-generic/unistd.h</c>, which arm64 has). A call that is not here is
/// <see cref="CallEffect.Unknown"/>.
/// </summary>
internal static class SystemCallTable
{
    /// <summary><c>AUDIT_ARCH_*</c> of the machine that this program was compiled for: a call under another numbering is not understood. 0 where there is no table.</summary>
    public static readonly uint Machine = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0xC000003E,
        Architecture.Arm64 => 0xC00000B7,
        _ => 0,
    };

    // Numbers on x86-64 and on arm64, −1 where a machine has no such call.
    private static readonly (int X64, int Arm64, CallShape Shape)[] Rows =
    [
        (0, 63, new(CallEffect.Read, 0, -1, -1)), // read
        (2, -1, new(CallEffect.Open, -1, 0, 1)), // open
        (85, -1, new(CallEffect.Create, -1, 0, -1)), // creat
        (257, 56, new(CallEffect.Open, 0, 1, 2)), // openat
        (437, 437, new(CallEffect.OpenHow, 0, 1, 2)), // openat2
        (4, -1, new(CallEffect.Look, -1, 0, -1)), // stat
        (6, -1, new(CallEffect.LookAtLink, -1, 0, -1)), // lstat
        (262, 79, new(CallEffect.Look, 0, 1, 3)), // newfstatat
        (332, 291, new(CallEffect.Look, 0, 1, 2)), // statx
        (21, -1, new(CallEffect.Look, -1, 0, -1)), // access
        (269, 48, new(CallEffect.Look, 0, 1, -1)), // faccessat
        (439, 439, new(CallEffect.Look, 0, 1, 3)), // faccessat2
        (137, 43, new(CallEffect.Look, -1, 0, -1)), // statfs
        (89, -1, new(CallEffect.LookAtLink, -1, 0, -1)), // readlink
        (267, 78, new(CallEffect.LookAtLink, 0, 1, -1)), // readlinkat
        (191, 8, new(CallEffect.Look, -1, 0, -1)), // getxattr
        (192, 9, new(CallEffect.LookAtLink, -1, 0, -1)), // lgetxattr
        (194, 11, new(CallEffect.Look, -1, 0, -1)), // listxattr
        (195, 12, new(CallEffect.LookAtLink, -1, 0, -1)), // llistxattr
        (217, 61, new(CallEffect.List, 0, -1, -1)), // getdents64
        (78, -1, new(CallEffect.List, 0, -1, -1)), // getdents
        (80, 49, new(CallEffect.Enter, -1, 0, -1)), // chdir
        (81, 50, new(CallEffect.Enter, 0, -1, -1)), // fchdir
        (59, 221, new(CallEffect.Execute, -1, 0, 1)), // execve
        (322, 281, new(CallEffect.Execute, 0, 1, 2)), // execveat
        (83, -1, new(CallEffect.ChangeLink, -1, 0, -1)), // mkdir
        (258, 34, new(CallEffect.ChangeLink, 0, 1, -1)), // mkdirat
        (84, -1, new(CallEffect.ChangeLink, -1, 0, -1)), // rmdir
        (87, -1, new(CallEffect.ChangeLink, -1, 0, -1)), // unlink
        (263, 35, new(CallEffect.ChangeLink, 0, 1, -1)), // unlinkat
        (82, -1, new(CallEffect.ChangeBoth, -1, 0, 1)), // rename
        (264, 38, new(CallEffect.ChangeBoth, 0, 1, 3)), // renameat
        (316, 276, new(CallEffect.ChangeBoth, 0, 1, 3)), // renameat2
        (86, -1, new(CallEffect.ChangeSecond, -1, 0, 1)), // link
        (265, 37, new(CallEffect.ChangeSecond, 0, 1, 3)), // linkat
        (88, -1, new(CallEffect.ChangeLink, -1, 1, -1)), // symlink
        (266, 36, new(CallEffect.ChangeLink, 1, 2, -1)), // symlinkat
        (90, -1, new(CallEffect.Change, -1, 0, -1)), // chmod
        (268, 53, new(CallEffect.Change, 0, 1, -1)), // fchmodat
        (76, 45, new(CallEffect.Change, -1, 0, -1)), // truncate
        (91, 52, new(CallEffect.ChangeOpen, 0, -1, -1)), // fchmod
        (77, 46, new(CallEffect.ChangeOpen, 0, -1, -1)), // ftruncate
        (285, 47, new(CallEffect.ChangeOpen, 0, -1, -1)), // fallocate
        (132, -1, new(CallEffect.SetTimes, -1, 0, -1)), // utime
        (235, -1, new(CallEffect.SetTimes, -1, 0, -1)), // utimes
        (261, -1, new(CallEffect.SetTimes, 0, 1, -1)), // futimesat
        (280, 88, new(CallEffect.SetTimes, 0, 1, -1)), // utimensat
        (63, 160, new(CallEffect.KernelName)), // uname
        (41, 198, new(CallEffect.Socket, 0, -1, -1)), // socket
        (42, 203, new(CallEffect.Connect, 0, 1, 2)), // connect
        (204, 123, new(CallEffect.Processors)), // sched_getaffinity
    ];

    // Memory, descriptors, processes of its own, time, limits.
    private static readonly int[] HarmlessOnX64 =
    [
        1, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 28, 32, 33, 34, 35, 36, 37, 38, 39, 40, 56, 57, 58, 60, 61, 72,
        73, 74, 75, 79, 95, 96, 97, 98, 99, 100, 102, 104, 107, 108, 109, 110, 111, 112, 115, 118, 120, 121, 124, 125, 127, 128, 130, 131, 138, 140, 143, 145,
        146, 147, 149, 150, 157, 158, 160, 186, 187, 201, 202, 218, 219, 221, 228, 229, 230, 231, 232, 233, 234, 247, 270, 271, 273, 274, 275, 276, 277,
        281, 290, 291, 292, 293, 295, 296, 302, 309, 318, 319, 324, 326, 334, 435, 436,
    ];

    private static readonly int[] HarmlessOnArm64 =
    [
        17, 19, 20, 21, 22, 23, 24, 25, 29, 32, 44, 57, 59, 62, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 76, 77, 80, 82, 83, 84, 90, 93, 94, 95, 96, 98, 99,
        100, 101, 102, 103, 113, 114, 115, 120, 121, 124, 125, 126, 128, 131, 132, 133, 134, 135, 136, 137, 139, 141, 148, 150, 153, 154, 155, 156, 157,
        158, 163, 164, 165, 166, 167, 168, 169, 172, 173, 174, 175, 176, 177, 178, 179, 213, 214, 215, 216, 220, 222, 223, 226, 227, 228, 229, 232, 233, 260,
        261, 278, 279, 283, 285, 293, 435, 436,
    ];

    private static readonly FrozenDictionary<int, CallShape> Shapes = Build();

    /// <summary>What the call of this number does.</summary>
    public static CallShape Find(ulong number) => number <= int.MaxValue && Shapes.TryGetValue((int)number, out CallShape shape) ? shape : default;

    private static FrozenDictionary<int, CallShape> Build()
    {
        bool isArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;
        var shapes = new Dictionary<int, CallShape>();
        foreach (int number in isArm ? HarmlessOnArm64 : HarmlessOnX64)
            shapes.Add(number, new CallShape(CallEffect.Nothing));
        foreach ((int x64, int arm64, CallShape shape) in Rows)
            if ((isArm ? arm64 : x64) is >= 0 and int number)
                shapes.Add(number, shape);
        return shapes.ToFrozenDictionary();
    }
}
