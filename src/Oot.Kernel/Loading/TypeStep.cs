using Oot.Core;
using Oot.Kernel.Types;

namespace Oot.Kernel.Loading;

/// <summary>The module's type information (kernel/bpf/btf.c, btf_module_notify): one that does not fit the kernel's own is left out, or without CONFIG_MODULE_ALLOW_BTF_MISMATCH refuses the module.</summary>
internal static class TypeStep
{
    internal static bool Check(LoadTrial trial)
    {
        if (trial.TypeFault is not { } fault || trial.Kernel.IsYes("DEBUG_INFO_BTF_MODULES") != true)
            return true;
        string name = trial.Module.Name, message = $"failed to validate module [{name}] BTF: -{Errno.InvalidArgument}";
        if (fault.Length > 0)
            trial.Say("BPF: " + fault);
        else
            trial.Notes.Add("the type information does not fit the kernel's; what the kernel says of it in detail is not predicted");
        if (trial.Kernel.IsYes("MODULE_ALLOW_BTF_MISMATCH") != true)
        {
            trial.Refuse(new LoadProblem(LoadRule.TypeInformation, message, Errno.InvalidArgument, ".BTF", "the module's type information is damaged, or made for another kernel's, and the kernel was built without CONFIG_MODULE_ALLOW_BTF_MISMATCH",
                "Build it against this kernel's own headers and vmlinux, or take the section out: `objcopy --remove-section .BTF FILE` (before it is signed)."));
            return false;
        }
        if (trial.Has(LoaderTrait.MismatchSaidOnce))
            trial.Say("Kernel module BTF mismatch detected, BTF debug info may be unavailable for some modules", LineOccasion.FirstTypeMismatch);
        else
            trial.Say(message);
        return true;
    }
}
