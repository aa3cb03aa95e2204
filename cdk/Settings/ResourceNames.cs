using Analytics;

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

    public required string DeliveryLogTable { get; init; }

    public required string DeliveryStream { get; init; }

    /// <summary>The Athena database.</summary>
    public required string Database { get; init; }

    /// <summary>The Athena table.</summary>
    public required string Table { get; init; }

    public static ResourceNames Read(ContextReader context, DeploymentStage stage, SkillDefinition skill) => new()
    {
        Prefix = stage.Prefix(skill.Names.Prefix),
        Stack = stage.Prefix(skill.ShortTitle),
        Skill = stage.Prefix($"{skill.Names.Prefix}-skill"),
        Forwarder = stage.Prefix($"{skill.Names.Prefix}-forwarder"),
        HitsTable = stage.Prefix(context.Text("hitsTable", skill.Names.HitsTable, ContextRules.IsTableName, TableKind)),
        AttributesTable = stage.Prefix(context.Text("attributesTable", skill.Names.AttributesTable, ContextRules.IsTableName, TableKind)),
        DeliveryLogTable = stage.Prefix(context.Text("deliveryLogTable", skill.Names.DeliveryLogTable, ContextRules.IsTableName, TableKind)),
        DeliveryStream = stage.Prefix(context.Text(
            "deliveryStream", skill.Names.DeliveryStream, ContextRules.IsStreamName, "a stream's name, at most 47 of A-Z a-z 0-9 _ . -")),
        Database = stage.SqlPrefix(context.Text("database", skill.Names.Database, ContextRules.IsSqlName, SqlKind)),
        Table = stage.SqlPrefix(context.Text("table", skill.Names.Table, ContextRules.IsSqlName, SqlKind)),
    };
}
