namespace Analytics;

/// <summary>The names that functions, SQL, stack and local run share.</summary>
public static class Names
{
    /// <summary>The DynamoDB table of analytics items.</summary>
    public const string HitsTable = "pet-match-analytics";

    /// <summary>The attribute of the hits table that holds an item's end of life, in epoch seconds; no column.</summary>
    public const string TtlAttribute = "expires_at";

    /// <summary>The key-value table of breeds.</summary>
    public const string BreedsTable = "pet-match-breeds";

    /// <summary>The table in which the skill remembers its users.</summary>
    public const string AttributesTable = "pet-match-attributes";

    /// <summary>The document table of deliveries.</summary>
    public const string DeliveryLogTable = "pet-match-deliveries";

    /// <summary>The Firehose delivery stream.</summary>
    public const string DeliveryStream = "pet-match-firehose-stream";

    /// <summary>The bucket of the local run; a deployed bucket gets a name of its own.</summary>
    public const string LocalBucket = "pet-match-bucket";

    /// <summary>What delivered objects' keys begin with; Firehose appends <c>yyyy/MM/dd/HH/</c> in UTC.</summary>
    public const string DeliveryPrefix = "analytics-";

    /// <summary>What keys of Firehose's undelivered records begin with.</summary>
    public const string ErrorPrefix = "errors/";

    /// <summary>What keys of the event source mapping's failure objects begin with; Lambda leaves no choice.</summary>
    public const string FailurePrefix = "aws/lambda/";

    /// <summary>What keys of quarantined records begin with.</summary>
    public const string QuarantinePrefix = "quarantine/";

    /// <summary>What keys of records begin with that were sent again.</summary>
    public const string RedrivenPrefix = "redriven/";

    /// <summary>What keys of Athena's results begin with.</summary>
    public const string QueryResultsPrefix = "query-results/";

    /// <summary>What keys of users' attributes begin with, where the skill remembers in S3; a slash follows.</summary>
    public const string AttributesPrefix = "attributes";

    /// <summary>The partition key of the attributes table, as the ASK SDKs call it.</summary>
    public const string AttributesKey = "id";

    /// <summary>The skill's assembly, which is its Lambda handler too.</summary>
    public const string SkillAssembly = "SkillFunction";

    /// <summary>The forwarder's assembly, which is its Lambda handler too.</summary>
    public const string ForwarderAssembly = "StreamToFirehoseFunction";

    /// <summary>The Athena database.</summary>
    public const string Database = "analytics";

    /// <summary>The Athena table.</summary>
    public const string Table = "petmatch";

    /// <summary>The Athena table's partition column, a day as <c>yyyy/MM/dd</c>.</summary>
    public const string PartitionColumn = "day";
}
