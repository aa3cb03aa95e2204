using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cdk.Constructs;

/// <summary>What one skill's function has beside what every skill's does.</summary>
internal sealed record SkillResources
{
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PolicyStatement> Grants { get; init; } = [];

    /// <summary>What has to be there before the function.</summary>
    public IReadOnlyList<IDependable> DependsOn { get; init; } = [];
}
