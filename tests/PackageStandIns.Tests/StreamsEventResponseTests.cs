using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;

namespace PackageStandIns.Tests;

public sealed partial class StreamsEventResponseTests
{
    [Fact]
    public void A_failure_is_written_by_the_names_that_Lambda_reads()
    {
        var response = new StreamsEventResponse { BatchItemFailures = [new() { ItemIdentifier = "4421584500000000017450439091" }] };

        JsonSerializer.Serialize(response, ResponseJson.Default.StreamsEventResponse)
            .ShouldBe("""{"batchItemFailures":[{"itemIdentifier":"4421584500000000017450439091"}]}""");
    }

    [JsonSerializable(typeof(StreamsEventResponse))]
    private sealed partial class ResponseJson : JsonSerializerContext;
}
