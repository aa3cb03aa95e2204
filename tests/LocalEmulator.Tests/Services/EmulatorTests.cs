using System.Globalization;
using System.IO.Compression;
using System.Text;
using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalAws;
using LocalEmulator.Services;

namespace LocalEmulator.Tests.Services;

public sealed class EmulatorTests : IDisposable
{
    private const int MaxAttempts = 10;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Requests_become_lines_in_the_bucket_and_a_restart_loses_none()
    {
        await using (var emulator = await StartAsync())
        {
            await InvokeAsync(emulator, 0, 10);
            await emulator.DrainAsync(Cancellation);

            Delivered(emulator).ShouldBe(Requests(0, 10));
            emulator.Counters.Batches.ShouldBeInRange(1, 10); // how many the window gathers is the machine's affair
            (emulator.Counters with { Batches = 0 }).ShouldBe(new LocalCloudCounters(10, 10, Batches: 0, Retries: 0, Discarded: 0, Objects: 1));
            await InvokeAsync(emulator, 10, 5);
        }

        await using var again = await StartAsync();
        await again.DrainAsync(Cancellation);

        Delivered(again).Distinct().ShouldBe(Requests(0, 15));
        (await again.DynamoDb.ScanAsync(new ScanRequest(Names.HitsTable), Cancellation)).Count.ShouldBe(15);
    }

    [Fact]
    public async Task A_definition_that_names_no_function_is_told()
    {
        var options = new EmulatorOptions(folder.Path, SkillDefinition.PetMatch with { Assembly = "Nobody" });

        var mistake = await Should.ThrowAsync<EmulatorException>(() => Emulator.StartAsync(options, Cancellation));

        mistake.Message.ShouldContain("Nobody.dll does not exist: the definition's Folder and Assembly have to name the function's project");
    }

    [Fact]
    public async Task A_failing_delivery_stream_and_a_killed_forwarder_lose_nothing()
    {
        var calls = 0;
        Emulator? emulator = null;
        var options = new EmulatorOptions(folder.Path, SkillDefinition.PetMatch)
        {
            SkillProcesses = 2,
            FirehoseFault = async (call, passOn) =>
            {
                switch (Interlocked.Increment(ref calls))
                {
                    case 1:
                        call.Response.StatusCode = 503;
                        break;
                    case 2:
                        // Written, but the caller never learns of it: an answer that has left could arrive before the connection breaks.
                        call.Response.Body = Stream.Null;
                        await passOn(call);
                        call.Abort();
                        break;
                    case 3:
                        emulator!.KillForwarder().ShouldBeTrue();
                        call.Abort();
                        break;
                    default:
                        await passOn(call);
                        break;
                }
            },
        };
        await using (emulator = await Emulator.StartAsync(options, Cancellation))
        {
            await InvokeAsync(emulator, 0, 20);
            await emulator.DrainAsync(Cancellation);

            Delivered(emulator).Distinct().ShouldBe(Requests(0, 20));
            emulator.Counters.Discarded.ShouldBe(0);
            calls.ShouldBeGreaterThan(3);
        }
    }

    [Fact]
    public async Task The_breeds_are_those_of_the_catalog()
    {
        var catalog = BreedCatalog.Parse(await File.ReadAllTextAsync(Repository.Find("catalog", "breeds.csv"), Cancellation));
        await using (var emulator = await StartAsync())
        {
            await emulator.DynamoDb.PutItemAsync(Names.BreedsTable, Breed("canine-of-none", "x"), Cancellation);
            await emulator.DynamoDb.PutItemAsync(Names.BreedsTable, Breed(catalog.Keys.First(), "x"), Cancellation);
        }

        await using var again = await StartAsync();
        var scan = await again.DynamoDb.ScanAsync(new ScanRequest(Names.BreedsTable), Cancellation);

        scan.Items.ToDictionary(item => item["key"].S, item => item["value"].S).ShouldBe(catalog, ignoreOrder: true);
    }

    [Fact]
    public async Task A_function_that_does_not_start_is_told_and_leaves_nothing_behind()
    {
        var options = new EmulatorOptions(folder.Path, SkillDefinition.PetMatch) { Environment = new Dictionary<string, string> { ["HIT_TTL_DAYS"] = "soon" } };

        var error = await Should.ThrowAsync<LocalAwsException>(() => Emulator.StartAsync(options, Cancellation));

        error.Message.ShouldStartWith("The function SkillFunction did not start: ");
        error.Message.ShouldContain("HIT_TTL_DAYS");
        DataFolder.Lock(folder.Path).Dispose();
    }

    [Fact]
    public async Task A_service_that_ends_ends_the_waiting()
    {
        await using var emulator = await StartAsync();

        emulator.EndS3();
        await emulator.DynamoDb.PutItemAsync(Names.HitsTable, new() { ["request_id"] = new("r") }, Cancellation);
        var error = await Should.ThrowAsync<LocalAwsException>(async () =>
        {
            while (true)
            {
                await emulator.DrainAsync(Cancellation);
                await Task.Yield();
            }
        });

        error.Message.ShouldBe("S3 has ended.");
    }

    [Fact]
    public async Task What_a_killed_emulator_has_not_delivered_is_delivered_by_the_next_one_once()
    {
        await using (var emulator = await StartAsync())
        {
            await InvokeAsync(emulator, 0, 10);
            await emulator.DrainAsync(Cancellation);
            await InvokeAsync(emulator, 10, 10);
            await emulator.KillAsync();
        }

        await using var again = await StartAsync();
        await again.DrainAsync(Cancellation);

        Delivered(again).ShouldBe(Requests(0, 20));
        again.Counters.Delivered.ShouldBe(10);
    }

    [Fact]
    public async Task What_lies_in_the_table_and_no_longer_in_the_bucket_is_delivered_again()
    {
        string bucket;
        await using (var emulator = await StartAsync())
        {
            await InvokeAsync(emulator, 0, 10);
            await emulator.DrainAsync(Cancellation);
            bucket = emulator.BucketDirectory;
        }

        Directory.Delete(bucket, recursive: true);
        await using var again = await StartAsync();
        await again.DrainAsync(Cancellation);

        Delivered(again).ShouldBe(Requests(0, 10));
    }

    [Fact]
    public async Task A_folder_of_an_earlier_version_is_refused()
    {
        Directory.CreateDirectory(folder.Find("stream"));

        var error = await Should.ThrowAsync<EmulatorException>(StartAsync);

        error.Message.ShouldBe(
            $"The data folder {folder.Path} was written by an earlier version and cannot be used: remove it, or choose another one with --data.");
    }

    private Task<Emulator> StartAsync() => Emulator.StartAsync(new EmulatorOptions(folder.Path, SkillDefinition.PetMatch) { SkillProcesses = 2 }, Cancellation);

    private static Dictionary<string, AttributeValue> Breed(string key, string value) =>
        new() { ["key"] = new(key), ["value"] = new(value) };

    private static IEnumerable<string> Requests(int first, int count) => Enumerable.Range(first, count).Select(Id);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"amzn1.echo-api.request.{number:D4}");

    private static async Task InvokeAsync(Emulator emulator, int first, int count)
    {
        // On a busy machine a hit may miss the second that the skill has to write it; a request that comes again is the same hit.
        var target = emulator.Counters.Inserts + count;
        for (var attempt = 0; emulator.Counters.Inserts < target && attempt < MaxAttempts; attempt++)
        {
            var requests = Enumerable.Range(first, count).Select(number => emulator.InvokeSkillAsync(Request(number), Cancellation));
            (await Task.WhenAll(requests)).ShouldAllBe(result => result.Error == null);
        }
    }

    private static byte[] Request(int number) => Encoding.UTF8.GetBytes($$$"""
        {
          "version": "1.0",
          "session": { "new": false, "sessionId": "s", "application": { "applicationId": "a" }, "user": { "userId": "u" } },
          "context": { "System": {
            "application": { "applicationId": "a" }, "user": { "userId": "u" }, "device": { "deviceId": "d", "supportedInterfaces": {} }
          } },
          "request": {
            "type": "IntentRequest", "requestId": "{{{Id(number)}}}", "timestamp": "2026-11-21T10:00:00Z", "locale": "en-US",
            "dialogState": "STARTED",
            "intent": { "name": "PetMatchIntent", "confirmationStatus": "NONE", "slots": {} }
          }
        }
        """);

    /// <summary>The first fields of the delivered lines.</summary>
    private static List<string> Delivered(Emulator emulator) =>
        [.. Directory.EnumerateFiles(emulator.BucketDirectory, "*.csv.gz", SearchOption.AllDirectories)
            .SelectMany(ReadLines)
            .Select(line => line.Split(',')[0])
            .Order(StringComparer.Ordinal)];

    private static List<string> ReadLines(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
