using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics;
using LocalEmulator.Web.Watch;

namespace LocalEmulator.Web;

/// <summary>The JSON of the API: names in camel case; what has no value is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(SystemState))]
[JsonSerializable(typeof(WatchState))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(ConversationsRequest))]
[JsonSerializable(typeof(DeliveryAnswer))]
[JsonSerializable(typeof(QueryRequest))]
[JsonSerializable(typeof(IReadOnlyList<QueryEntry>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(TableItems))]
[JsonSerializable(typeof(IReadOnlyList<DeliveryLogEntry>))]
[JsonSerializable(typeof(ObjectList))]
[JsonSerializable(typeof(ObjectContent))]
[JsonSerializable(typeof(LogTail))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(TalkRequest))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(InvokeRequest))]
[JsonSerializable(typeof(InvokeAnswer))]
[JsonSerializable(typeof(TalkAnswer))]
[JsonSerializable(typeof(Suggestions))]
internal sealed partial class ApiJson : JsonSerializerContext;
