namespace Cdk;

/// <summary>The names of what is deployed, the stage included.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Skill">The skill's function.</param>
/// <param name="Forwarder">The forwarder's function.</param>
/// <param name="HitsTable">The analytics table.</param>
/// <param name="AttributesTable">The table that the skill remembers in.</param>
/// <param name="BreedsTable">What the names of the breeds tables begin with.</param>
/// <param name="DeliveryLogTable">The document table of deliveries.</param>
/// <param name="DeliveryStream">The Firehose stream.</param>
/// <param name="Database">The Athena database.</param>
/// <param name="Table">The Athena table.</param>
/// <param name="WorkGroup">The Athena work group, and the dashboard.</param>
internal sealed record ResourceNames(
    string Stack,
    string Skill,
    string Forwarder,
    string HitsTable,
    string AttributesTable,
    string BreedsTable,
    string DeliveryLogTable,
    string DeliveryStream,
    string Database,
    string Table,
    string WorkGroup)
{
    private const string TableKind = "a table's name, 3 to 200 of A-Z a-z 0-9 _ . -";
    private const string SqlKind = "a name in SQL, at most 100 of a-z 0-9 _ that begin with no digit";

    /// <summary>Reads the names.</summary>
    /// <param name="context">The context.</param>
    /// <param name="stage">The stage.</param>
    /// <returns>The names.</returns>
    /// <exception cref="ContextException">A name is not allowed.</exception>
    public static ResourceNames Read(ContextReader context, Stage stage) => new(
        stage.Prefix("PetMatch"),
        stage.Prefix("pet-match-skill"),
        stage.Prefix("pet-match-forwarder"),
        stage.Prefix(context.Text("hitsTable", Names.HitsTable, ContextRules.IsTableName, TableKind)),
        stage.Prefix(context.Text("attributesTable", Names.AttributesTable, ContextRules.IsTableName, TableKind)),
        stage.Prefix(Names.BreedsTable),
        stage.Prefix(context.Text("deliveryLogTable", Names.DeliveryLogTable, ContextRules.IsTableName, TableKind)),
        stage.Prefix(context.Text(
            "deliveryStream", Names.DeliveryStream, ContextRules.IsStreamName, "a stream's name, at most 47 of A-Z a-z 0-9 _ . -")),
        stage.SqlPrefix(context.Text("database", Names.Database, ContextRules.IsSqlName, SqlKind)),
        stage.SqlPrefix(context.Text("table", Names.Table, ContextRules.IsSqlName, SqlKind)),
        stage.Prefix("pet-match"));
}
