using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlexaSkill.Json;

/// <summary>Reads and writes objects that say in their <c>type</c> which of some kinds they are, each by its generated metadata.</summary>
/// <typeparam name="T">What all kinds are.</typeparam>
/// <param name="kinds">The kinds, and what Alexa calls them.</param>
internal abstract class TypedConverter<T>(IReadOnlyDictionary<Type, string> kinds) : JsonConverter<T>
    where T : class
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        var type = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("type", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : throw new JsonException($"A {typeof(T).Name} has to be an object with a type.");
        return kinds.FirstOrDefault(known => known.Value == type).Key is { } known
            ? (T)json.Deserialize(options.GetTypeInfo(known))!
            : Unknown(json);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));

    /// <summary>Reads an object of another type.</summary>
    protected virtual T Unknown(JsonElement json) => throw new JsonException($"There is no {typeof(T).Name} of the type {json.GetProperty("type")}.");
}
