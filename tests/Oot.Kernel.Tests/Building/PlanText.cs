using System.Text;
using Oot.Core;
using Oot.Kernel.Building;
using Oot.Kernel.Trees;

namespace Oot.Kernel.Tests.Building;

/// <summary>A plan as a case file holds it: one word of make's a line, the directory as <c>DIR</c>. The kernel is one that is not installed.</summary>
internal static class PlanText
{
    private const string Release = "6.1.0-9-test";

    private static readonly KernelTree Kernel = new(
        "/kernels/tree", "/kernels/tree", "/kernels/tree", Release, null, null, null, 1, null, TreeProblem.None, "");

    internal static string Of(string directory, string[] variables, string[] targets)
    {
        directory = Path.GetFullPath(directory);
        Result<BuildPlan> result = new BuildPlanner(new Disk()).Plan(directory, Kernel, variables, targets);
        var text = new StringBuilder();
        if (!result.Succeeded(out BuildPlan? plan, out Diagnostic? error))
            text.Append($"{error.Id}: {error.Message}\n{error.Remedy}\n");
        else
        {
            text.Append($"{plan.Way}: {plan.Reason}\n");
            text.Append(plan.AnswersUname ? $"uname -r answers {Release}\n" : "");
            foreach (string word in plan.Arguments)
                text.Append(word).Append('\n');
        }
        return text.ToString().Replace(directory, "DIR", StringComparison.Ordinal);
    }
}
