using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Services;

/// <summary>
/// A persistence service over HTTP for one machine. A service token is <c>user/skill</c>; all skills' data of a user is one item of the
/// attributes table, so it survives restarts. Entity tags are compared where a request names one.
/// </summary>
/// <param name="store">Where the items are kept.</param>
public sealed class PersistenceServiceEndpoint(IPersistenceAdapter store) : IDisposable
{
    private const string KeyPrefix = "persistence-service/"; // keeps these items apart from those of the skill itself
    private const string Scheme = "Bearer ";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request and its answer.</param>
    /// <returns>A task that completes when it is answered.</returns>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        var (status, answer) = await AnswerAsync(context, body);
        await LoopbackServer.WriteAsync(context.Response, (int)status, "application/json", Encoding.UTF8.GetBytes(answer));
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private static (RequestEnvelope Request, string Skill)? Owner(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var token = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? authorization[Scheme.Length..].Trim() : "";
        return token.Split('/') is [{ Length: > 0 } user, { Length: > 0 } skill] ? (RequestOf(KeyPrefix + user), skill) : null;
    }

    private static RequestEnvelope RequestOf(string userId) =>
        new(null, new RequestContext(new SystemState(null, new User(userId), null, null, null, null)), null!);

    private static bool Holds(IHeaderDictionary headers, string? tag) =>
        (headers.IfMatch.Count == 0 || headers.IfMatch == tag) && (headers.IfNoneMatch.Count == 0 || tag is null);

    private static string? Tag(StoredAttributes stored, string skill) => stored.Values[skill] is { } data
        ? $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.ToJsonString())))}\""
        : null;

    private static string Error(string message) => new JsonObject { ["error"] = message }.ToJsonString();

    private async Task<(HttpStatusCode Status, string Answer)> AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        if (Owner(context.Request) is not (var owner, var skill))
        {
            return (HttpStatusCode.Unauthorized, Error("The service token has to be 'user/skill', sent as the bearer."));
        }

        await turn.WaitAsync(context.RequestAborted);
        try
        {
            return await AnswerAsync(context, owner, skill, body);
        }
        catch (PersistenceException tooLarge) when (tooLarge.Reason == PersistenceFailure.Refused)
        {
            return (HttpStatusCode.RequestEntityTooLarge, Error(tooLarge.Message));
        }
        catch (PersistenceException failure)
        {
            return (HttpStatusCode.ServiceUnavailable, Error(failure.Message));
        }
        catch (JsonException mistake)
        {
            return (HttpStatusCode.BadRequest, Error($"The body has to be {{\"data\": {{…}}}}: {mistake.Message}"));
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(HttpStatusCode Status, string Answer)> AnswerAsync(
        HttpContext context, RequestEnvelope owner, string skill, ReadOnlyMemory<byte> body)
    {
        var stored = await store.GetAsync(owner, context.RequestAborted);
        context.Response.Headers.ETag = Tag(stored, skill);
        switch (context.Request.Method, Operation(context.Request.Path))
        {
            case ("GET", "entry/data") when stored.Values[skill] is { } data:
                return (HttpStatusCode.OK, data.ToJsonString());
            case ("GET", "entry") when stored.Values.Count > 0:
                return (HttpStatusCode.OK, stored.Values.ToJsonString());
            case ("POST" or "DELETE", "entry") when !Holds(context.Request.Headers, Tag(stored, skill)):
                return (HttpStatusCode.PreconditionFailed, Error("The data is another version than the request names."));
            case ("POST", "entry"):
                stored.Values[skill] = Data(body.Span);
                context.Response.Headers.ETag = Tag(await store.SaveAsync(owner, stored, context.RequestAborted), skill);
                return (HttpStatusCode.OK, "");
            case ("DELETE", "entry") when stored.Values.Remove(skill):
                await (stored.Values.Count > 0
                    ? store.SaveAsync(owner, stored, context.RequestAborted)
                    : store.DeleteAsync(owner, cancellationToken: context.RequestAborted));
                return (HttpStatusCode.OK, "");
            default:
                return (HttpStatusCode.NotFound, Error("Nothing is stored here."));
        }
    }

    private static string Operation(PathString path) => string.Join('/', path.Value!.Split('/').SkipWhile(part => part != "entry"));

    private static JsonNode Data(ReadOnlySpan<byte> body) =>
        JsonNode.Parse(body, documentOptions: Strict) is JsonObject request && request["data"] is JsonObject data
            ? data.DeepClone()
            : throw new JsonException("there is no object 'data'.");
}
