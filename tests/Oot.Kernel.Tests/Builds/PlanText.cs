using System.Text;
using Oot.Core;
using Oot.Kernel.Builds;

namespace Oot.Kernel.Tests.Builds;

/// <summary>A plan as a case file holds it: one fact a line, the directory as <c>DIR</c>.</summary>
internal static class PlanText
{
    internal static readonly TargetKernel Kernel = new("/kernels/6.1.0-9-test", "/kernels/6.1.0-9-test", "6.1.0-9-test");

    internal static string Of(string directory)
    {
        directory = Path.GetFullPath(directory);
        Result<BuildPlan> result = new BuildPlanner(new Disk()).Plan(directory, Kernel, new Dictionary<string, string>(), []);
        var text = new StringBuilder();
        if (!result.Succeeded(out BuildPlan? plan, out Diagnostic? error))
            text.Append($"{error.Id} {error.Message}\n{error.Remedy}\n");
        else
        {
            text.Append($"{plan.Method}: {plan.Reason}\n");
            foreach ((string name, string value) in plan.Variables)
                text.Append($"{name}={value}\n");
            foreach (string flag in plan.OldFlags)
                text.Append($"old flag {flag}\n");
        }
        return text.ToString().Replace(directory, "DIR", StringComparison.Ordinal);
    }
}
