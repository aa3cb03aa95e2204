using Amazon.CDK;

namespace Cdk.Settings;

/// <summary>One deployment of the stack beside others in the same account.</summary>
/// <param name="Name">What stands before every name but in prod.</param>
/// <param name="IsProtected">Whether stack and tables refuse to be deleted.</param>
internal sealed record DeploymentStage(string Name, bool IsProtected)
{
    /// <summary>Whether users' data is in it: such data outlives the stack.</summary>
    public bool IsProduction => Name == "prod";

    /// <summary>
    /// What becomes of users' data. In prod it is retained, but for what a creation that fails has made: that is empty, and its name would be
    /// in the way of the next attempt.
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
    /// </summary>
    public DataRetention Retention =>
        new(IsProduction ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY, IsProtected);

    public static DeploymentStage Read(ContextReader context)
    {
        var name = context.Text("stage", "prod", ContextRules.IsStage, "a letter and at most 15 more of a-z 0-9");
        var protection = context.OneOf("protection", "off", "on");
        return new DeploymentStage(name, name == "prod" && protection == "on");
    }

    /// <summary>The published name in prod; otherwise with the stage before it.</summary>
    public string Prefix(string name) => IsProduction ? name : $"{Name}-{name}";

    /// <summary>The same in SQL, where a hyphen is a minus.</summary>
    public string SqlPrefix(string name) => IsProduction ? name : $"{Name}_{name}";
}
