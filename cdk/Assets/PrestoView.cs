using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cdk.Assets;

/// <summary>A view as Athena keeps it in the Glue catalog: as JSON, in base64, in a comment.</summary>
internal sealed record PrestoView(string OriginalSql, string Catalog, string Schema, IReadOnlyList<PrestoColumn> Columns)
{
    private const string AthenaCatalog = "awsdatacatalog";

    /// <summary>The text of a view's Glue table.</summary>
    public static string Text(string sql, string database, IReadOnlyList<PrestoColumn> columns)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new PrestoView(sql, AthenaCatalog, database, columns), PrestoJson.Plain.PrestoView);
        return $"/* Presto View: {Convert.ToBase64String(json)} */";
    }
}

/// <summary>A column of such a view.</summary>
internal sealed record PrestoColumn(string Name, string Type);

/// <summary>The JSON of views.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PrestoView))]
internal sealed partial class PrestoJson : JsonSerializerContext
{
    /// <summary>SQL stays as it is written, with its quotes and signs.</summary>
    public static PrestoJson Plain { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
