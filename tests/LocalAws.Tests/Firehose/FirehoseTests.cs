using System.Net;
using System.Text;
using System.Text.Json;
using LocalAws.Firehose;
using LocalAws.Hosting;

namespace LocalAws.Tests.Firehose;

public sealed class FirehoseTests : IAsyncLifetime
{
    private const string Stream = "clicks";

    private static readonly DateTimeOffset Start = new(2026, 11, 21, 23, 59, 58, TimeSpan.Zero);

    private readonly LocalS3 s3 = new();
    private readonly FakeTimeProvider time = new(Start);
    private readonly FailureSignal failure = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly HashSet<int> failing = [];
    private CancellationTokenSource stop = new();
    private FirehoseBuffer buffer = null!;
    private LoopbackServer server = null!;
    private Task writing = Task.CompletedTask;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await s3.InitializeAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        http.Dispose();
        await s3.DisposeAsync();
        failure.Dispose();
    }

    [Fact]
    public async Task Records_become_one_object_named_after_the_first_ones_hour()
    {
        await PutAsync("a\n"u8.ToArray(), "b\n"u8.ToArray());
        time.Advance(TimeSpan.FromSeconds(10));
        await PutAsync("ä\n"u8.ToArray());

        await buffer.FlushAsync(Cancellation);

        var key = (await s3.KeysAsync()).ShouldHaveSingleItem();
        key.ShouldMatch("^clicks-2026/11/21/23/clicks-1-2026-11-21-23-59-58-[0-9a-f-]{36}\\.csv\\.gz$");
        (await s3.ReadAsync(key)).ShouldBe("a\nb\nä\n");
        buffer.Objects.ShouldBe(1);
    }

    [Fact]
    public async Task Each_record_gets_an_id()
    {
        var (status, answer) = await PutAsync([1], [2], [3]);

        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("FailedPutCount").GetInt32().ShouldBe(0);
        var responses = answer.GetProperty("RequestResponses").EnumerateArray();
        var ids = responses.Select(entry => entry.GetProperty("RecordId").GetString()).ToList();
        ids.Count.ShouldBe(3);
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task Refused_records_are_told_in_their_places_and_not_kept()
    {
        failing.UnionWith([0, 2]);

        var (status, answer) = await PutAsync("a\n"u8.ToArray(), "b\n"u8.ToArray(), "c\n"u8.ToArray());

        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("FailedPutCount").GetInt32().ShouldBe(2);
        var responses = answer.GetProperty("RequestResponses").EnumerateArray().ToList();
        responses.Select(entry => entry.TryGetProperty("RecordId", out _)).ShouldBe([false, true, false]);
        responses[2].GetProperty("ErrorCode").GetString().ShouldBe("ServiceUnavailableException");
        await buffer.FlushAsync(Cancellation);
        (await s3.ReadAsync((await s3.KeysAsync()).ShouldHaveSingleItem())).ShouldBe("b\n");
    }

    [Fact]
    public async Task A_full_buffer_is_written_at_once()
    {
        await PutAsync(new byte[600_000]);
        await PutAsync(new byte[400_000]);
        await PutAsync(new byte[1]);

        await UntilObjectsAsync(1);

        (await s3.ReadAsync((await s3.KeysAsync())[0])).Length.ShouldBe(1_000_000);
    }

    [Fact]
    public async Task An_old_buffer_is_written_however_small()
    {
        await PutAsync("a\n"u8.ToArray());
        time.Advance(TimeSpan.FromSeconds(59));
        buffer.Objects.ShouldBe(0);

        time.Advance(TimeSpan.FromSeconds(1));

        await UntilObjectsAsync(1);
    }

    [Fact]
    public async Task Flushing_nothing_writes_nothing()
    {
        await buffer.FlushAsync(Cancellation);

        (await s3.KeysAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(1, 1_024_000)]
    [InlineData(4, 1_024_000)]
    [InlineData(1, 0)]
    public async Task A_call_within_the_limits_is_accepted(int records, int bytes)
    {
        var (status, _) = await PutAsync([.. Enumerable.Range(0, records).Select(_ => new byte[bytes])]);

        status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_call_of_exactly_four_mebibytes_is_accepted_and_no_byte_more()
    {
        byte[][] exact = [.. Enumerable.Repeat(new byte[1_024_000], 4), new byte[(4 * 1024 * 1024) - (4 * 1_024_000)]];

        (await PutAsync(exact)).Status.ShouldBe(HttpStatusCode.OK);
        ShouldBeRefused(await PutAsync([.. exact, new byte[1]]), "InvalidArgumentException");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(501, 1)]
    [InlineData(1, 1_024_001)]
    public async Task A_call_over_a_limit_is_refused(int records, int bytes)
    {
        ShouldBeRefused(await PutAsync([.. Enumerable.Range(0, records).Select(_ => new byte[bytes])]), "InvalidArgumentException");

        await buffer.FlushAsync(Cancellation);
        (await s3.KeysAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"DeliveryStreamName\":\"other\",\"Records\":[{\"Data\":\"YQ==\"}]}", "ResourceNotFoundException")]
    [InlineData("{\"Records\":[{\"Data\":\"YQ==\"}]}", "SerializationException")]
    [InlineData("{\"DeliveryStreamName\":\"clicks\"}", "SerializationException")]
    [InlineData("{\"DeliveryStreamName\":\"clicks\",\"Records\":[{\"Data\":\"not base64\"}]}", "SerializationException")]
    [InlineData("{\"DeliveryStreamName\":\"clicks\",\"Records\":[{}]}", "SerializationException")]
    [InlineData("[]", "SerializationException")]
    [InlineData("{", "SerializationException")]
    public async Task A_call_that_Firehose_would_not_take_is_refused_with_Firehoses_code(string body, string code) =>
        ShouldBeRefused(await SendAsync("PutRecordBatch", body), code);

    [Fact]
    public async Task Another_operation_is_refused() => ShouldBeRefused(await SendAsync("PutRecord", "{}"), "UnknownOperationException");

    private static void ShouldBeRefused((HttpStatusCode Status, JsonElement Answer) response, string code)
    {
        response.Status.ShouldBe(HttpStatusCode.BadRequest);
        response.Answer.GetProperty("__type").GetString().ShouldBe(code);
        response.Answer.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> PutAsync(params byte[][] records)
    {
        var data = records.Select(record => $$"""{"Data":"{{Convert.ToBase64String(record)}}"}""");
        var body = $$"""{"DeliveryStreamName":"{{Stream}}","Records":[{{string.Join(',', data)}}]}""";
        return SendAsync("PutRecordBatch", body);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
            Headers = { { "X-Amz-Target", $"Firehose_20150804.{operation}" } },
        };
        using var response = await http.SendAsync(request, Cancellation);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    private async Task UntilObjectsAsync(int count)
    {
        while (buffer.Objects < count)
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task OpenAsync()
    {
        stop = new CancellationTokenSource();
        var delivery = new FirehoseDelivery(Stream, LocalS3.Bucket)
        {
            Prefix = "clicks-",
            FileExtension = ".csv.gz",
            BufferBytes = 1_000_000,
            BufferTime = TimeSpan.FromSeconds(60),
        };
        buffer = new FirehoseBuffer(delivery, s3.Store, time);
        var endpoint = new FirehoseEndpoint(buffer);
        server = await LoopbackServer.StartAsync(
            call =>
            {
                FirehoseFaults.FailRecords(call, place => failing.Contains(place));
                return endpoint.HandleAsync(call);
            },
            failure.Report,
            Cancellation);
        writing = buffer.RunAsync(stop.Token);
    }

    private async Task StopWritingAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(writing);
    }

    private async Task CloseAsync()
    {
        await StopWritingAsync();
        await server.DisposeAsync();
        buffer.Dispose();
        stop.Dispose();
    }
}
