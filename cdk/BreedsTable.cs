using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Assets;
using Analytics;
using Constructs;

namespace Cdk;

/// <summary>
/// The key-value table of breeds, imported from the catalog. It has no name of its own: another catalog is another table, which
/// CloudFormation fills before the skill turns to it. What the checkout holds needs no keeping, so the table goes with the stack.
/// </summary>
internal sealed class BreedsTable : Construct
{
    /// <summary>Builds the table.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="file">The catalog as DynamoDB imports it.</param>
    public BreedsTable(Construct scope, string file)
        : base(scope, "Breeds")
    {
        var catalog = new Asset(this, "Catalog", new AssetProps { Path = file });
        Table = new Table(this, "Table", new TableProps
        {
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
    }

    /// <summary>The table.</summary>
    public Table Table { get; }
}
