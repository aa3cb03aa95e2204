using Analytics;
using FunctionHosting;

namespace Benchmarks;

/// <summary>The environment that all candidates of a function get.</summary>
internal static class FunctionVariables
{
    public static string ColumnNames { get; } = string.Join(',', Columns.All.Select(column => column.Name));

    /// <summary>Of a forwarder; without an address it finds Firehose by what the local cloud says.</summary>
    public static Dictionary<string, string> OfForwarder(string? firehose = null)
    {
        var variables = new Dictionary<string, string>
        {
            [Variables.DeliveryStream] = Names.DeliveryStream,
            ["COLUMNS"] = ColumnNames,
        };
        if (firehose is not null)
        {
            variables["AWS_ENDPOINT_URL_FIREHOSE"] = firehose;
        }

        return variables;
    }

    /// <summary>Of a skill, and of a forwarder as well.</summary>
    public static Dictionary<string, string> OfSkill(string skillId, string dynamoDb, string firehose) => new(OfForwarder(firehose))
    {
        ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamoDb,
        [Variables.SkillId] = skillId,
        [Variables.AttributesTable] = Names.AttributesTable,
        [Variables.HitsTable] = Names.HitsTable,
        [Variables.BreedsTable] = Names.BreedsTable,
        ["BREED_KEY"] = BreedCatalog.KeyAttribute,
        ["BREED_VALUE"] = BreedCatalog.ValueAttribute,
    };
}
