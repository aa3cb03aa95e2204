using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>Reads and writes directives: those of this library by their generated metadata, all others as they stand.</summary>
internal sealed class DirectivesConverter : JsonConverter<IReadOnlyList<Directive>>
{
    private static readonly HashSet<string> Known =
        [.. SkillJson.Default.Directive.PolymorphismOptions!.DerivedTypes.Select(type => (string)type.TypeDiscriminator!)];

    public override IReadOnlyList<Directive> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonSerializer.Deserialize(ref reader, SkillJson.Default.ListJsonElement)!.Select(Read)];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Directive> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var directive in value)
        {
            if (directive is CustomDirective custom)
            {
                custom.Json.WriteTo(writer);
            }
            else
            {
                JsonSerializer.Serialize(writer, directive, WireJson.Directive);
            }
        }

        writer.WriteEndArray();
    }

    private static Directive Read(JsonElement json)
    {
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : throw new JsonException("A directive has to be an object with a type.");
        return Known.Contains(type) ? json.Deserialize(WireJson.Directive)! : new CustomDirective(json);
    }
}
