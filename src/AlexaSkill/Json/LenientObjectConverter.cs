using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlexaSkill.Json;

/// <summary>
/// Reads an object by its generated metadata; a value of another kind reads as absent. It stands on properties, never on types: see
/// <see cref="WireJson"/>.
/// </summary>
internal sealed class LenientObjectConverter : JsonConverter<object?>
{
    public override bool CanConvert(Type typeToConvert) => !typeToConvert.IsValueType;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(typeToConvert));
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value!.GetType()));
}
