namespace Analytics;

/// <summary>The names of one skill's pipeline, which its function, its stack and its local run share.</summary>
/// <param name="Prefix">What the names of its resources begin with, such as <c>pet-match</c>: a letter and more of a-z 0-9 -.</param>
/// <param name="Database">The Athena database.</param>
/// <param name="Table">The Athena table.</param>
public sealed record PipelineNames(string Prefix, string Database, string Table)
{
    /// <summary>Pet Match's names.</summary>
    public static PipelineNames PetMatch { get; } = new("pet-match", Names.Database, Names.Table);

    /// <summary>The DynamoDB table of analytics items.</summary>
    public string HitsTable => $"{Prefix}-analytics";

    /// <summary>The table in which the skill remembers its users.</summary>
    public string AttributesTable => $"{Prefix}-attributes";

    /// <summary>The document table of deliveries.</summary>
    public string DeliveryLogTable => $"{Prefix}-deliveries";

    /// <summary>The Firehose delivery stream.</summary>
    public string DeliveryStream => $"{Prefix}-firehose-stream";

    /// <summary>The bucket of the local run; a deployed bucket gets a name of its own.</summary>
    public string LocalBucket => $"{Prefix}-bucket";
}
