using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK.Assertions;

namespace Cdk.Tests;

/// <summary>A synthesized template: to be asserted on, and to be walked.</summary>
public sealed class Synthesized(Template template, string file, bool isTerminationProtected)
{
    public string File => file;

    public bool IsTerminationProtected => isTerminationProtected;

    public string Text { get; } = System.IO.File.ReadAllText(file);

    public JsonObject Json { get; } = JsonNode.Parse(System.IO.File.ReadAllText(file))!.AsObject();

    public JsonObject Resources => Json[nameof(Resources)]!.AsObject();

    /// <summary>Fails unless a resource of the type has these properties, perhaps beside others.</summary>
    public void ShouldHave(string type, string properties) => template.HasResourceProperties(type, ToObject(JsonNode.Parse(properties))!);

    /// <summary>Fails unless there are so many resources of the type.</summary>
    public void ShouldCount(string type, int count) => template.ResourceCountIs(type, count);

    /// <summary>The resources of a type.</summary>
    public JsonObject[] OfType(string type) =>
        [.. Resources.Select(resource => resource.Value!.AsObject()).Where(resource => (string?)resource["Type"] == type)];

    /// <summary>The properties of the DynamoDB tables.</summary>
    public IEnumerable<JsonObject> Tables() => OfType("AWS::DynamoDB::Table").Select(table => table["Properties"]!.AsObject());

    /// <summary>The properties of the one resource of a type whose logical id begins so.</summary>
    public JsonObject Properties(string type, string id) => Resource(type, id)["Properties"]!.AsObject();

    /// <summary>The one resource of a type whose logical id begins so.</summary>
    private JsonObject Resource(string type, string id) => Resources
        .Where(resource => resource.Key.StartsWith(id, StringComparison.Ordinal))
        .Select(resource => resource.Value!.AsObject())
        .Single(resource => (string?)resource["Type"] == type);

    /// <summary>A value as text, in which a reference is <c>{LogicalId.Attribute}</c> without the id's hash.</summary>
    public static string Render(JsonNode? value) => value switch
    {
        JsonValue text => text.ToString(),
        JsonObject { Count: 1 } one when one.TryGetPropertyValue("Ref", out var id) => $"{{{Plain(id)}}}",
        JsonObject { Count: 1 } one when one["Fn::GetAtt"] is JsonArray part => $"{{{Plain(part[0])}.{part[1]}}}",
        JsonObject { Count: 1 } one when one["Fn::Join"] is JsonArray join =>
            string.Join((string)join[0]!, join[1]!.AsArray().Select(Render)),
        JsonObject { Count: 1 } one when one["Fn::Sub"] is JsonValue sub => (string)sub!,
        _ => throw new ArgumentException($"{value} is no text."),
    };

    // A logical id ends with eight hexadecimal digits that the CDK makes of its path.
    private static string Plain(JsonNode? id) =>
        (string)id! is var text && text.Contains(':', StringComparison.Ordinal) ? text : text[..^8];

    internal static object? ToObject(JsonNode? node) => node switch
    {
        JsonObject properties => properties.ToDictionary(property => property.Key, property => ToObject(property.Value)),
        JsonArray elements => elements.Select(ToObject).ToArray(),
        null => null,
        _ when node.GetValueKind() == JsonValueKind.String => (string?)node,
        _ when node.GetValueKind() == JsonValueKind.Number => (double)node,
        _ => (bool)node,
    };
}
