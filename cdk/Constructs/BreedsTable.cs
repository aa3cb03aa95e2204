using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Assets;
using Analytics;
using Constructs;

namespace Cdk.Constructs;

internal sealed record BreedsTableProps
{
    /// <summary>What its name begins with.</summary>
    public required string NamePrefix { get; init; }

    /// <summary>The catalog as DynamoDB imports it.</summary>
    public required string File { get; init; }
}

/// <summary>
/// The key-value table of breeds, imported from the catalog. Its name ends with the catalog's hash, so another catalog is another table,
/// and the function that names it another version. CloudFormation imports the new table first, then publishes the version and turns the
/// alias to it, and deletes the old table when it cleans up at the end, after everything else. What the checkout holds needs no keeping:
/// the table goes with the stack.
/// </summary>
internal sealed class BreedsTable : Construct
{
    private const int HashDigits = 12;

    public BreedsTable(Construct scope, string id, BreedsTableProps props)
        : base(scope, id)
    {
        var catalog = new Asset(this, "Catalog", new AssetProps { Path = props.File });
        TableName = $"{props.NamePrefix}-{catalog.AssetHash[..HashDigits]}";
        _ = new Table(this, "Table", new TableProps
        {
            TableName = TableName,
            PartitionKey = DataTable.Key(BreedCatalog.KeyAttribute),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.AWS_MANAGED,
            RemovalPolicy = RemovalPolicy.DESTROY,
            ImportSource = new ImportSourceSpecification
            {
                Bucket = Bucket.FromBucketName(this, "CatalogBucket", catalog.S3BucketName),
                KeyPrefix = catalog.S3ObjectKey,
                InputFormat = InputFormat.Csv(),
            },
        });
        AnyVersionArn = Stack.Of(this).FormatArn(new ArnComponents
        {
            Service = "dynamodb", Resource = "table", ResourceName = $"{props.NamePrefix}-*",
        });
    }

    /// <summary>Its name, in full.</summary>
    public string TableName { get; }

    /// <summary>The tables of every catalog: while a deployment goes on, the version before and the one after read a table each.</summary>
    public string AnyVersionArn { get; }
}
