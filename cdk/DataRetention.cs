using Amazon.CDK;

namespace Cdk;

/// <summary>What becomes of data when the stack goes.</summary>
internal static class DataRetention
{
    /// <summary>The policy of everything that holds users' data.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>Kept in prod; otherwise destroyed.</returns>
    public static RemovalPolicy OfData(this Stage stage) => stage.IsProduction ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
