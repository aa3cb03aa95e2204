using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalEmulator.Web;

/// <summary>The console's HTTP server, on 127.0.0.1.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    /// <summary>The most that a request may bring: a request to the skill has a few kilobytes.</summary>
    public const long MaxBodyBytes = 1024 * 1024;

    private const int MaxConnections = 256;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication application;

    private WebServer(WebApplication application) => this.application = application;

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(application.Urls.First()).Port;

    /// <summary>The address of the page.</summary>
    public string Address => $"http://localhost:{Port}";

    /// <summary>Starts the server; port 0 stands for any that is free.</summary>
    /// <exception cref="EmulatorException">The port is in use.</exception>
    public static async Task<WebServer> StartAsync(RunningSystem system, string instance, int port, CancellationToken cancellationToken)
    {
        var page = Page.Read();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
            kestrel.Limits.KeepAliveTimeout = IdleTimeout;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        var server = new WebServer(application);
        var gate = new Lazy<RequestGate>(() => new RequestGate(server.Port));
        application.Use((context, next) => Api.GuardAsync(context, guarded => gate.Value.HandleAsync(guarded, next)));
        page.Map(application);
        SystemApi.Map(application, system, instance);
        WatchApi.Map(application, system);
        TalkApi.Map(application, system);
        AskApi.Map(application, system);
        LookApi.Map(application, system);
        application.MapFallback(context => throw new ApiException($"There is nothing at {context.Request.Path}.", 404));
        try
        {
            await application.StartAsync(cancellationToken);
            return server;
        }
        catch (IOException inUse) when (inUse.InnerException is AddressInUseException)
        {
            await application.DisposeAsync();
            throw new EmulatorException($"The port {port} is in use: choose another one with --port, or 0 for any that is free.", inUse);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopTimeout);
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
    }
}
