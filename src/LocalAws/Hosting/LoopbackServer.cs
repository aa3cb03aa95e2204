using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Hosting;

/// <summary>An HTTP server on free ports of 127.0.0.1, for a service that a function calls.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private const long MaxBodyBytes = 64 << 20; // DynamoDB takes 16 MB, a function's answer may have 6 MB and a little
    private const int FirstBufferBytes = 1 << 16;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication application;
    private int ended;

    private LoopbackServer(WebApplication application)
    {
        this.application = application;
        Ports = [.. application.Urls.Select(url => new Uri(url).Port)];
    }

    /// <summary>The ports it listens on.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>The address of its first port.</summary>
    public string Address => $"http://127.0.0.1:{Ports[0]}";

    /// <summary>Starts a server.</summary>
    /// <param name="handler">Answers every request.</param>
    /// <param name="onFault">Is told what the handler throws; what a client does wrong is the client's matter alone.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running server.</returns>
    public static Task<LoopbackServer> StartAsync(
        RequestDelegate handler, Action<Exception> onFault, CancellationToken cancellationToken = default) =>
        StartAsync(handler, onFault, listeners: 1, MaxBodyBytes, cancellationToken);

    /// <summary>Reads a request's body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The body; where the client hangs up, the request ends here.</returns>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request)
    {
        var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, FirstBufferBytes));
        await OfClientAsync(request.Body.CopyToAsync(body, request.HttpContext.RequestAborted));
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>Answers with bytes.</summary>
    /// <param name="response">The response.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The body's type; null = none is told.</param>
    /// <param name="body">The body.</param>
    /// <returns>A task that completes when it is written; where the client hangs up, the request ends here.</returns>
    public static Task WriteAsync(HttpResponse response, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return OfClientAsync(response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
        {
            return;
        }

        using var patience = new CancellationTokenSource(StopTimeout);
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
    }

    internal static async Task<LoopbackServer> StartAsync(
        RequestDelegate handler, Action<Exception> onFault, int listeners, long? maxBodyBytes, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = maxBodyBytes;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            for (var listener = 0; listener < listeners; listener++)
            {
                kestrel.Listen(IPAddress.Loopback, 0);
            }
        });
        var application = builder.Build();
        application.Run(context => HandleAsync(context, handler, onFault));
        await application.StartAsync(cancellationToken);
        return new LoopbackServer(application);
    }

    /// <summary>Does what fails by the client's fault alone: it exchanges bytes with the client.</summary>
    internal static async Task OfClientAsync(Task exchange)
    {
        try
        {
            await exchange;
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            throw new ClientFaultException(fault);
        }
    }

    private static async Task HandleAsync(HttpContext context, RequestDelegate handler, Action<Exception> onFault)
    {
        try
        {
            await handler(context);
        }
        catch (ClientFaultException fault) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = fault.Status;
        }
        catch (ClientFaultException)
        {
            context.Abort();
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            onFault(error);
            throw;
        }
    }
}
