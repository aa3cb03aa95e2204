using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace Cdk;

/// <summary>Tables of data that the stack itself can't bring back.</summary>
internal static class DataTable
{
    /// <summary>Makes a table that is encrypted, can be had back as it was at any time of the last 35 days, and outlives its stack in prod.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="props">Its name, keys and whatever else is its own; it is billed by the request unless they say otherwise.</param>
    /// <returns>The table.</returns>
    public static Table Create(Construct scope, string id, Stage stage, TableProps props)
    {
        props.BillingMode ??= BillingMode.PAY_PER_REQUEST;
        props.PointInTimeRecovery = true;
        props.Encryption = TableEncryption.AWS_MANAGED;
        props.DeletionProtection = stage.IsProduction;
        props.RemovalPolicy = stage.OfData();
        return new Table(scope, id, props);
    }
}
