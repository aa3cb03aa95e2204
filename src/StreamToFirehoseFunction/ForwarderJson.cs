using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;

namespace StreamToFirehoseFunction;

/// <summary>The JSON that the forwarder writes.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(StreamsEventResponse))]
internal sealed partial class ForwarderJson : JsonSerializerContext;
