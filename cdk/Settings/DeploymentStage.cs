using Amazon.CDK;

namespace Cdk.Settings;

/// <summary>One deployment of the stack beside others in the same account.</summary>
internal sealed record DeploymentStage(string Name)
{
    /// <summary>Whether users' data is in it: such data outlives the stack.</summary>
    public bool IsProduction => Name == "prod";

    /// <summary>What becomes of users' data when the stack goes.</summary>
    public RemovalPolicy DataRemovalPolicy => IsProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    public static DeploymentStage Read(ContextReader context) =>
        new(context.Text("stage", "prod", ContextRules.IsStage, "a letter and at most 15 more of a-z 0-9"));

    /// <summary>The published name in prod; otherwise with the stage before it.</summary>
    public string Prefix(string name) => IsProduction ? name : $"{Name}-{name}";

    /// <summary>The same in SQL, where a hyphen is a minus.</summary>
    public string SqlPrefix(string name) => IsProduction ? name : $"{Name}_{name}";
}
