namespace Cdk.Settings;

/// <summary>The names of what is deployed, the stage included.</summary>
internal sealed record ResourceNames
{
    private const string TableKind = "a table's name, 3 to 200 of A-Z a-z 0-9 _ . -";
    private const string SqlKind = "a name in SQL, at most 100 of a-z 0-9 _ that begin with no digit";

    /// <summary>What names begin with that no option sets; the work group and the dashboard are called this.</summary>
    public required string Prefix { get; init; }

    public required string Stack { get; init; }

    /// <summary>The skill's function.</summary>
    public required string Skill { get; init; }

    /// <summary>The forwarder's function.</summary>
    public required string Forwarder { get; init; }

    public required string HitsTable { get; init; }

    public required string AttributesTable { get; init; }

    /// <summary>What the names of the breeds tables begin with.</summary>
    public required string BreedsTable { get; init; }

    public required string DeliveryLogTable { get; init; }

    public required string DeliveryStream { get; init; }

    /// <summary>The Athena database.</summary>
    public required string Database { get; init; }

    /// <summary>The Athena table.</summary>
    public required string Table { get; init; }

    public static ResourceNames Read(ContextReader context, DeploymentStage stage) => new()
    {
        Prefix = stage.Prefix("pet-match"),
        Stack = stage.Prefix("PetMatch"),
        Skill = stage.Prefix("pet-match-skill"),
        Forwarder = stage.Prefix("pet-match-forwarder"),
        HitsTable = stage.Prefix(context.Text("hitsTable", Names.HitsTable, ContextRules.IsTableName, TableKind)),
        AttributesTable = stage.Prefix(context.Text("attributesTable", Names.AttributesTable, ContextRules.IsTableName, TableKind)),
        BreedsTable = stage.Prefix(Names.BreedsTable),
        DeliveryLogTable = stage.Prefix(context.Text("deliveryLogTable", Names.DeliveryLogTable, ContextRules.IsTableName, TableKind)),
        DeliveryStream = stage.Prefix(context.Text(
            "deliveryStream", Names.DeliveryStream, ContextRules.IsStreamName, "a stream's name, at most 47 of A-Z a-z 0-9 _ . -")),
        Database = stage.SqlPrefix(context.Text("database", Names.Database, ContextRules.IsSqlName, SqlKind)),
        Table = stage.SqlPrefix(context.Text("table", Names.Table, ContextRules.IsSqlName, SqlKind)),
    };
}
