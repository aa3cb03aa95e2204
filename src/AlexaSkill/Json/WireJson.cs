using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>
/// What goes over the wire, read as leniently as requests have to be: a property of a request whose value has a wrong kind reads as absent.
/// Texts, flags, times, lists and maps have their converters in <see cref="SkillJson"/>; objects get theirs here.
/// </summary>
internal static class WireJson
{
    private static readonly LenientObjectConverter LenientObject = new();

    private static readonly JsonSerializerOptions Options =
        new(SkillJson.Default.Options) { TypeInfoResolver = SkillJson.Default.WithAddedModifier(ReadObjectsLeniently) };

    public static JsonTypeInfo<RequestEnvelope> Request { get; } = TypeInfo<RequestEnvelope>();

    public static JsonTypeInfo<ResponseEnvelope> Response { get; } = TypeInfo<ResponseEnvelope>();

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static void ReadObjectsLeniently(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => IsOfRequest(type.Type, property.PropertyType)))
        {
            property.CustomConverter = LenientObject;
        }
    }

    /// <summary>Directives give an intent back as it came.</summary>
    private static bool IsOfRequest(Type type, Type property) =>
        property == typeof(Intent) || (IsOfRequest(type) && IsOfRequest(property) && !property.IsValueType);

    private static bool IsOfRequest(Type type) => type.Namespace == typeof(RequestEnvelope).Namespace;
}
