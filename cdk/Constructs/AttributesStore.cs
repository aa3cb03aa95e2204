using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Cdk.Settings;
using Constructs;

namespace Cdk.Constructs;

internal sealed record AttributesStoreProps
{
    public required AttributesSettings Attributes { get; init; }

    /// <summary>The name of the table, where the store is one.</summary>
    public required string TableName { get; init; }

    public required DataRetention Retention { get; init; }
}

/// <summary>Where the skill remembers its users: the chosen store, what the skill is told of it and what it may do there.</summary>
internal sealed class AttributesStore : Construct
{
    private readonly AttributesStoreProps props;
    private readonly Dictionary<string, string> variables;

    public AttributesStore(Construct scope, string id, AttributesStoreProps props)
        : base(scope, id)
    {
        this.props = props;
        variables = new(StringComparer.Ordinal) { [FunctionHosting.Variables.AttributesStore] = props.Attributes.Store };
        if (props.Attributes.Store != AttributesSettings.None)
        {
            variables[FunctionHosting.Variables.AttributesKey] = props.Attributes.Key;
        }

        Grants = props.Attributes.Store switch
        {
            AttributesSettings.DynamoDb => BuildTable(),
            AttributesSettings.S3 => BuildBucket(),
            AttributesSettings.Http => NameService(),
            _ => [],
        };
    }

    /// <summary>What the skill is told of the store.</summary>
    public IReadOnlyDictionary<string, string> Variables => variables;

    /// <summary>What the skill may do there.</summary>
    public IReadOnlyList<PolicyStatement> Grants { get; }

    private PolicyStatement[] BuildTable()
    {
        var table = new DataTable(this, "Table", new DataTableProps
        {
            TableName = props.TableName,
            PartitionKey = Names.AttributesKey,
            TimeToLiveAttribute = Names.TtlAttribute,
            Retention = props.Retention,
        });
        variables[FunctionHosting.Variables.AttributesTable] = props.TableName;
        variables[FunctionHosting.Variables.AttributesName] = props.Attributes.Name;
        variables[FunctionHosting.Variables.AttributesTtlDays] = props.Attributes.TtlDays.ToString(CultureInfo.InvariantCulture);
        return [Allow.To(["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], table.TableArn)];
    }

    private PolicyStatement[] BuildBucket()
    {
        // No versions: what a user has the skill forget is not kept for another month.
        var bucket = new PrivateBucket(this, "Bucket", new PrivateBucketProps { Versioned = false, Retention = props.Retention });
        variables[FunctionHosting.Variables.AttributesBucket] = bucket.BucketName;
        variables[FunctionHosting.Variables.AttributesPrefix] = Names.AttributesPrefix;
        var list = Allow.To(["s3:ListBucket"], bucket.BucketArn); // without it a new user looks like a missing permission
        list.AddCondition("StringLike", new Dictionary<string, object> { ["s3:prefix"] = $"{Names.AttributesPrefix}/*" });
        return [Allow.To(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], bucket.ArnForObjects($"{Names.AttributesPrefix}/*")), list];
    }

    private PolicyStatement[] NameService()
    {
        variables[FunctionHosting.Variables.AttributesUrl] = props.Attributes.Url!;

        // CloudFormation reads the secret when it deploys; the template holds its name, and its version where one was given: another
        // version is another text, and so another version of the function.
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
        variables[FunctionHosting.Variables.AttributesToken] = SecretValue.SecretsManager(
            props.Attributes.TokenSecret!, new SecretsManagerSecretOptions { VersionId = props.Attributes.TokenVersion }).UnsafeUnwrap();
        return [];
    }
}
