using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;

namespace Oot;

/// <summary><c>oot clean</c>: the target <c>clean</c>, the same way as a build.</summary>
internal sealed class CleanVerb(Session session, string? makeDirectory = null)
{
    internal int Run(BuildRequest request)
    {
        string directory = Session.Absolute(request.Directory);
        var planner = new BuildPlanner(session.Disk);
        if (planner.Refusal(directory) is Diagnostic refusal)
            return session.Terminal.Report(refusal);
        var chooser = new KernelChooser(session, request.Variables);
        Result<KernelTree> choice = request.Kernels.Count == 0 ? chooser.Default(request.Offline) : chooser.Usable(request.Kernels[0]);
        if (!choice.Succeeded(out KernelTree? tree, out Diagnostic? error)
            || !planner.Plan(directory, tree, [.. CrossVariables.Words(tree, request.Variables, session.Environment), .. request.Variables], ["clean"]).Succeeded(out BuildPlan? plan, out error))
            return session.Terminal.Report(error);
        int status = new MakeRun(session, makeDirectory).Stream(plan, tree, 1, toError: false, new FirstError());
        return status == 0 ? ExitCode.Done : ExitCode.BuildFailed;
    }
}
