using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AlexaSimulator;
using AlexaSkill.Requests;
using LocalAthena;
using LocalAws;
using LocalEmulator.Commands;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Web;

/// <summary>Reads and writes the API's JSON, and turns errors into answers.</summary>
internal static class Api
{
    private const string JsonType = "application/json";

    /// <summary>Reads a request's body.</summary>
    /// <exception cref="ApiException">It is none that the API takes.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            // A form of another site can't send this type without asking first.
            throw new ApiException($"The body has to be {JsonType}.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var body = GivenJson.Parse("The body", bytes.ToArray());
        try
        {
            return BodyFlaw.Find(body, type) is { } flaw ? throw new ApiException(flaw) : body.Deserialize(type)!;
        }
        catch (InvalidOperationException noText)
        {
            throw new ApiException("The body holds bytes or escapes that are no text.", innerException: noText);
        }
    }

    /// <summary>Answers with JSON.</summary>
    public static Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Answers with JSON that is written already.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = JsonType;
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>Answers with an error.</summary>
    public static Task FailAsync(HttpContext context, int status, string message, int? line = null, int? column = null) =>
        WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(new ApiError(message, line, column), ApiJson.Default.ApiError), status);

    /// <summary>Answers what goes wrong with an error that says so; what is unexpected is told without its details.</summary>
    public static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            context.Abort();
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var (status, message, line, column) = failure switch
            {
                ApiException refused => (refused.Status, refused.Message, refused.Line, refused.Column),
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                    (StatusCodes.Status413PayloadTooLarge, $"The body is larger than {WebServer.MaxBodyBytes} bytes.", null, (int?)null),
                BadHttpRequestException bad => (bad.StatusCode, bad.Message, null, null),
                EmulatorException or AthenaException or SimulatorException or UnreadableRequestException => (StatusCodes.Status400BadRequest, failure.Message, null, null),
                LocalAwsException => (StatusCodes.Status503ServiceUnavailable, failure.Message, null, null),
                OperationCanceledException => (StatusCodes.Status504GatewayTimeout, "The answer took too long.", null, null),
                _ => (StatusCodes.Status500InternalServerError, $"Something unexpected happened ({failure.GetType().Name}).", null, null),
            };
            await FailAsync(context, status, message, line, column);
        }
    }
}

/// <summary>A request that the API does not do; where it is about a text, line and column count from 1.</summary>
internal sealed class ApiException(
    string message, int status = StatusCodes.Status400BadRequest, int? line = null, int? column = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public int Status => status;

    public int? Line => line;

    public int? Column => column;
}

/// <summary>What is answered in place of a result.</summary>
internal sealed record ApiError(string Error, int? Line = null, int? Column = null);
