namespace FunctionHosting;

/// <summary>The environment variables of the two functions.</summary>
public static class Variables
{
    /// <summary>Both: the host and port of Lambda's Runtime API, which Lambda sets.</summary>
    public const string RuntimeApi = "AWS_LAMBDA_RUNTIME_API";

    /// <summary>Both: the function's name, which Lambda sets.</summary>
    public const string FunctionName = "AWS_LAMBDA_FUNCTION_NAME";

    /// <summary>Both: the namespace of the metrics.</summary>
    public const string MetricsNamespace = "METRICS_NAMESPACE";

    /// <summary>Skill: the only skill id that is answered.</summary>
    public const string SkillId = "ALEXA_SKILL_ID";

    /// <summary>Skill: the analytics table.</summary>
    public const string HitsTable = "HITS_TABLE";

    /// <summary>Skill: days until a hit expires; 0 = never.</summary>
    public const string HitTtlDays = "HIT_TTL_DAYS";

    /// <summary>Skill: the key-value table of breeds.</summary>
    public const string BreedsTable = "BREEDS_TABLE";

    /// <summary>Skill: the HTTP look-up that takes the table's place.</summary>
    public const string BreedsUrl = "PETMATCH_API_URL";

    /// <summary>Skill: the deployed version.</summary>
    public const string SkillVersion = "SKILL_VERSION";

    /// <summary>Skill: whether the Alexa user id or a pseudonym goes to the analytics.</summary>
    public const string AnalyticsUserId = "ANALYTICS_USER_ID";

    /// <summary>Skill: where users are remembered.</summary>
    public const string AttributesStore = "ATTRIBUTES_STORE";

    /// <summary>Skill: for whom.</summary>
    public const string AttributesKey = "ATTRIBUTES_KEY";

    /// <summary>Skill: the table to remember users in.</summary>
    public const string AttributesTable = "ATTRIBUTES_TABLE";

    /// <summary>Skill: the name of that table's partition key.</summary>
    public const string AttributesKeyName = "ATTRIBUTES_KEY_NAME";

    /// <summary>Skill: the name of that table's attribute that holds what is remembered.</summary>
    public const string AttributesName = "ATTRIBUTES_NAME";

    /// <summary>Skill: days from its last use until what is remembered expires; 0 = never.</summary>
    public const string AttributesTtlDays = "ATTRIBUTES_TTL_DAYS";

    /// <summary>Skill: the bucket to remember users in.</summary>
    public const string AttributesBucket = "ATTRIBUTES_BUCKET";

    /// <summary>Skill: what keys in that bucket begin with.</summary>
    public const string AttributesPrefix = "ATTRIBUTES_PREFIX";

    /// <summary>Skill: the persistence service's address.</summary>
    public const string AttributesUrl = "ATTRIBUTES_URL";

    /// <summary>Skill: the persistence service's token.</summary>
    public const string AttributesToken = "ATTRIBUTES_TOKEN";

    /// <summary>Forwarder: the Firehose stream.</summary>
    public const string DeliveryStream = "DELIVERY_STREAM";

    /// <summary>Forwarder: the document table of deliveries.</summary>
    public const string DeliveryLogTable = "DELIVERY_LOG_TABLE";

    /// <summary>Forwarder: the bucket of records that can never become a line.</summary>
    public const string QuarantineBucket = "QUARANTINE_BUCKET";

    /// <summary>Forwarder: what keys in that bucket begin with.</summary>
    public const string QuarantinePrefix = "QUARANTINE_PREFIX";

    /// <summary>Forwarder: the columns of the skill's record, as in DDL; Pet Match's where it is not set.</summary>
    public const string RecordColumns = "RECORD_COLUMNS";
}
