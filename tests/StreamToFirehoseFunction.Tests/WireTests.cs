using System.Text.Json.Nodes;
using LocalAws.Lambda;
using LocalAws.S3;
using Testing.Wire;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;

namespace StreamToFirehoseFunction.Tests;

/// <summary>What the function's process says to AWS is what the services' published models allow.</summary>
public class WireTests
{
    private const string Bucket = "pet-match-bucket";
    private const string LogTable = "pet-match-deliveries";
    private const string SessionToken = "a-session-token";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What starts the function: a program and its arguments.</summary>
    protected virtual Task<string[]> CommandAsync() =>
        Task.FromResult<string[]>(["dotnet", LocalEmulator.Repository.FunctionAssembly("StreamToFirehoseFunction")]);

    [Fact]
    public async Task Every_call_of_large_refused_and_poisoned_batches_is_as_the_services_want_it()
    {
        Assert.SkipWhen(AwsModels.Obstacle is not null, AwsModels.Obstacle ?? "");
        using var folder = new TemporaryFolder("wire-");
        await using var dynalite = new DynaliteFixture();
        await dynalite.InitializeAsync();
        await dynalite.Client.CreateActiveTableAsync(LogTable, "id");
        await using var s3 = await S3Server.StartAsync(folder.Find("s3"), [Bucket], Stop);
        await using var firehose = await ScriptedFirehose.StartAsync(Take(exceptPlaces: 0), Fail(500, "ServiceUnavailableException"), Take());
        await using var recorder = await AwsRecorder.StartAsync(("dynamodb", dynalite.Address), ("s3", s3.Address), ("firehose", firehose.Url));
        var command = await CommandAsync();
        var function = new LambdaFunction("StreamToFirehoseFunction", command[0], command[1..])
        {
            Environment = new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = recorder.Url,
                ["AWS_SESSION_TOKEN"] = SessionToken,
                ["QUARANTINE_BUCKET"] = Bucket,
                ["DELIVERY_LOG_TABLE"] = LogTable,
            },
            Timeout = TimeSpan.FromMinutes(1),
            LogPath = folder.Find("forwarder.log"),
        };
        await using var forwarder = await LambdaHost.StartAsync(function, Stop);

        foreach (var batch in new[] { Inserts(3), WithPoison(), Inserts(6 * 1_024 * 1_024 / Inserts(1).Length) })
        {
            (await forwarder.InvokeAsync(batch, Stop)).Error.ShouldBeNull();
        }

        recorder.Calls.SelectMany(call => call.Faults.Select(fault => $"{call.Name}: {fault}")).ShouldBeEmpty();
        recorder.Calls.Select(call => call.Name).Distinct().ShouldBe(["Firehose PutRecordBatch", "DynamoDB PutItem", "S3 PutObject"], ignoreOrder: true);
        recorder.Requests.ShouldAllBe(request => request.Headers["X-Amz-Security-Token"] == SessionToken);
        firehose.Calls.Count.ShouldBeGreaterThan(3);
        firehose.Calls.ShouldAllBe(records => records.Sum(record => System.Text.Encoding.UTF8.GetByteCount(record)) <= 4 * 1_024 * 1_024);
    }

    private static byte[] WithPoison()
    {
        var image = Image("größer-\\-🐉");
        image["breed"] = new JsonObject { ["M"] = new JsonObject() };
        return Event(Record("7", Image("r-0")), Record("8", image), Record("9", Image("r-2")));
    }
}
