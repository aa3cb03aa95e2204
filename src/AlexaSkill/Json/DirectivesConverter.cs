using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>Writes directives, those of this library by their generated metadata and all others as they stand.</summary>
internal sealed class DirectivesConverter : JsonConverter<IReadOnlyList<Directive>>
{
    public override IReadOnlyList<Directive> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Responses are written only.");

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
                JsonSerializer.Serialize(writer, directive, SkillJson.Default.Directive);
            }
        }

        writer.WriteEndArray();
    }
}
