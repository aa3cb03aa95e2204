using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Assets;
using Analytics;
using Constructs;

namespace Cdk;

/// <summary>
/// The key-value table of breeds, imported from the catalog. Its name ends with the catalog's hash, so another catalog is another table,
/// and the function that names it another version. CloudFormation imports the new table first, then publishes the version and turns the
/// alias to it, and deletes the old table when it cleans up at the end, after everything else. What the checkout holds needs no keeping:
/// the table goes with the stack.
/// </summary>
internal sealed class BreedsTable : Construct
{
    private const int HashDigits = 12;

    /// <summary>Builds the table.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="name">What its name begins with.</param>
    /// <param name="file">The catalog as DynamoDB imports it.</param>
    public BreedsTable(Construct scope, string name, string file)
        : base(scope, "Breeds")
    {
        var catalog = new Asset(this, "Catalog", new AssetProps { Path = file });
        TableName = $"{name}-{catalog.AssetHash[..HashDigits]}";
        Table = new Table(this, "Table", new TableProps
        {
            TableName = TableName,
            PartitionKey = Keys.Text(BreedCatalog.KeyAttribute),
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
        AnyVersionArn = Stack.Of(this).FormatArn(new ArnComponents { Service = "dynamodb", Resource = "table", ResourceName = $"{name}-*" });
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Its name, in full.</summary>
    public string TableName { get; }

    /// <summary>The tables of every catalog: while a deployment goes on, the version before and the one after read a table each.</summary>
    public string AnyVersionArn { get; }
}
