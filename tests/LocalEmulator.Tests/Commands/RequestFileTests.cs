using System.Text;
using System.Text.Json;
using LocalEmulator.Commands;
using LocalEmulator.Conversations;

namespace LocalEmulator.Tests.Commands;

public sealed class RequestFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("""{"request":{"intent":{"name":"PetMatchIntent"},"requestId":"r1","type":"IntentRequest"}}""", "r1", true)]
    [InlineData("""{"request":{"type":"CanFulfillIntentRequest","requestId":"r1","intent":{"name":"PetMatchIntent"}}}""", "r1", false)]
    [InlineData("""{"request":{"type":"IntentRequest","requestId":"r1","intent":{"name":"AMAZON.HelpIntent"}}}""", "r1", false)]
    [InlineData("""{"request":{"type":"LaunchRequest","requestId":7}}""", "", false)]
    [InlineData("""{"request":null}""", "", false)]
    public async Task A_request_is_known_by_its_id_and_as_a_hit_by_its_intent(string json, string id, bool isHit)
    {
        await File.WriteAllTextAsync(path, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Token);

        var request = await RequestFile.ReadAsync(path, Token);

        (request.Request.Request.RequestId ?? "").ShouldBe(id);
        PetMatchTalk.IsHit(request.Request).ShouldBe(isHit);
        (request.Request.Request.Type ?? "").ShouldBe(JsonElement.Parse(json).GetProperty("request") is { ValueKind: JsonValueKind.Object } body
            ? body.GetProperty("type").GetString()
            : "");
        Encoding.UTF8.GetString(request.Json.Span).ShouldBe(json);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\"a\": 1,}", 1, 9)]
    [InlineData("{\n\"a\": 1\n", 3, 1)]
    public async Task What_is_no_json_object_is_refused_with_its_place(string json, int line, int column)
    {
        await File.WriteAllTextAsync(path, json, Token);

        var error = await Should.ThrowAsync<EmulatorException>(() => RequestFile.ReadAsync(path, Token));

        error.Message.ShouldStartWith($"{path}, line {line}, column {column}: ");
        error.Message.ShouldNotContain("LineNumber");
    }
}
