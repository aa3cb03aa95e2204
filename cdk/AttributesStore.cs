using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Cdk;

/// <summary>Where the skill remembers its users: the chosen store, what the skill is told of it and what it may do there.</summary>
internal sealed class AttributesStore : Construct
{
    private readonly Dictionary<string, string> variables;

    /// <summary>Builds the store.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="settings">The stack's settings.</param>
    public AttributesStore(Construct scope, StackSettings settings)
        : base(scope, "Attributes")
    {
        var attributes = settings.Attributes;
        variables = new(StringComparer.Ordinal) { [FunctionHosting.Variables.AttributesStore] = attributes.Store };
        if (attributes.Store != AttributesSettings.None)
        {
            variables[FunctionHosting.Variables.AttributesKey] = attributes.Key;
        }

        Grants = attributes.Store switch
        {
            AttributesSettings.DynamoDb => BuildTable(settings),
            AttributesSettings.S3 => BuildBucket(settings.Stage),
            AttributesSettings.Http => NameService(attributes),
            _ => [],
        };
    }

    /// <summary>What the skill is told of the store.</summary>
    public IReadOnlyDictionary<string, string> Variables => variables;

    /// <summary>What the skill may do there.</summary>
    public IReadOnlyList<PolicyStatement> Grants { get; }

    private PolicyStatement[] BuildTable(StackSettings settings)
    {
        var table = DataTable.Create(this, "Table", settings.Stage, new TableProps
        {
            TableName = settings.Names.AttributesTable,
            PartitionKey = Keys.Text(Names.AttributesKey),
            TimeToLiveAttribute = Names.TtlAttribute,
        });
        variables[FunctionHosting.Variables.AttributesTable] = settings.Names.AttributesTable;
        variables[FunctionHosting.Variables.AttributesName] = settings.Attributes.Name;
        variables[FunctionHosting.Variables.AttributesTtlDays] = settings.Attributes.TtlDays.ToString(CultureInfo.InvariantCulture);

        // PutItem is for the version before, which is live until the alias turns.
        return [Allow.To(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], table.TableArn)];
    }

    private PolicyStatement[] BuildBucket(Stage stage)
    {
        // No versions: what a user has the skill forget is not kept for another month.
        var bucket = PrivateBucket.Create(this, stage, isVersioned: false);
        variables[FunctionHosting.Variables.AttributesBucket] = bucket.BucketName;
        variables[FunctionHosting.Variables.AttributesPrefix] = Names.AttributesPrefix;
        var list = Allow.To(["s3:ListBucket"], bucket.BucketArn); // without it a new user looks like a missing permission
        list.AddCondition("StringLike", new Dictionary<string, object> { ["s3:prefix"] = $"{Names.AttributesPrefix}/*" });
        return [Allow.To(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], bucket.ArnForObjects($"{Names.AttributesPrefix}/*")), list];
    }

    private PolicyStatement[] NameService(AttributesSettings attributes)
    {
        variables[FunctionHosting.Variables.AttributesUrl] = attributes.Url!;

        // CloudFormation reads the secret when it deploys; the template holds its name alone.
        variables[FunctionHosting.Variables.AttributesToken] = SecretValue.SecretsManager(attributes.TokenSecret!).UnsafeUnwrap();
        return [];
    }
}
