namespace Oot.Kernel.Loading;

/// <summary>The signature (kernel/module/signing.c, module_sig_check): a wrong one is always refused, a missing one only where signatures are enforced.</summary>
internal static class SignatureStep
{
    private const int BadMessage = 74, KeyRejected = 129, NotPermitted = 1;

    internal static bool Check(LoadTrial trial)
    {
        if (trial.Kernel.IsYes("MODULE_SIG") == false)
            return true;
        switch (StateOf(trial))
        {
            case SignatureState.Malformed:
                return Refuse(trial, new LoadProblem(LoadRule.SignatureWrong, "", BadMessage, "", "the file ends as a signed module, but the signature is none", "Sign it again (sign-file), or remove the signature with `strip --strip-debug`."));
            case SignatureState.HeaderWrong:
                return Refuse(trial, new LoadProblem(LoadRule.SignatureWrong, "module: PKCS#7 signature info has unexpected non-zero params", BadMessage, "", "what stands behind the signature is damaged",
                    "Sign it again: `scripts/sign-file HASH KEY CERTIFICATE FILE`."));
            case SignatureState.Wrong:
                return Refuse(trial, new LoadProblem(LoadRule.SignatureWrong, "", KeyRejected, "", "the module was changed after it had been signed",
                    "Strip and compress before signing, or sign it again: `scripts/sign-file HASH KEY CERTIFICATE FILE`."));
            case SignatureState.Good:
                return true;
        }
        SignatureState state = StateOf(trial);
        string? reason = state switch
        {
            SignatureState.None => "unsigned module",
            SignatureState.Unsupported => "module with unsupported crypto",
            SignatureState.KeyMissing => "module with unavailable key",
            _ => null,
        };
        if (state == SignatureState.Unsupported)
            trial.Say("module: not signed with expected PKCS#7 message");
        bool enforced = trial.Conditions.EnforcesSignatures || trial.Kernel.IsYes("MODULE_SIG_FORCE") == true;
        if (reason is null)
            return NotVerified(trial, enforced);
        if (enforced)
            return Refuse(trial, new LoadProblem(LoadRule.SignatureWanted, $"Loading of {reason} is rejected", KeyRejected, "", $"the kernel enforces signatures, and this is an {reason}".Replace("an module", "a module", StringComparison.Ordinal),
                "Sign it with a key that the kernel trusts (CONFIG_SYSTEM_TRUSTED_KEYS, or a MOK enrolled with mokutil), or boot without module.sig_enforce."));
        if (trial.Conditions.IsLockedDown)
            return Refuse(trial, new LoadProblem(LoadRule.LockedDown, $"Lockdown: {trial.Conditions.Loader}: unsigned module loading is restricted; see man kernel_lockdown.7", NotPermitted, "",
                $"the kernel is locked down, and this is {(state == SignatureState.None ? "an" : "a")} {reason}", "Sign it with a key that the kernel trusts (a MOK enrolled with mokutil), or turn Secure Boot off."));
        return true;
    }

    /// <summary>What counts: a module of which something is to be ignored is not the one that was signed.</summary>
    internal static SignatureState StateOf(LoadTrial trial) =>
        (trial.Conditions.Flags & (LoadFlags.IgnoreVermagic | LoadFlags.IgnoreVersions)) != 0 ? SignatureState.None : trial.Signature;

    private static bool NotVerified(LoadTrial trial, bool enforced)
    {
        if (enforced || trial.Conditions.IsLockedDown)
            trial.Missing.Add("whether the kernel has the key of its signature (name the certificate with --cert, or the kernel's image)");
        else
            trial.Notes.Add("the signature was not verified");
        return true;
    }

    private static bool Refuse(LoadTrial trial, LoadProblem problem)
    {
        trial.Refuse(problem);
        return false;
    }
}
