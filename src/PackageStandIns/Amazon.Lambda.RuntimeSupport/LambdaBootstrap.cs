using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes one invocation after the other from the Lambda Runtime API and sends the handler's responses back.</summary>
public sealed class LambdaBootstrap : IDisposable
{
    private readonly RuntimeApiClient client;
    private readonly Func<Stream, ILambdaContext, Task<Stream>> handler;
    private readonly LambdaBootstrapInitializer? initializer;
    private readonly FunctionEnvironment environment;
    private readonly TimeProvider time;

    internal LambdaBootstrap(
        RuntimeApiClient client,
        Func<Stream, ILambdaContext, Task<Stream>> handler,
        LambdaBootstrapInitializer? initializer,
        FunctionEnvironment environment,
        TimeProvider time)
    {
        this.client = client;
        this.handler = handler;
        this.initializer = initializer;
        this.environment = environment;
        this.time = time;
    }

    /// <summary>Runs until cancelled; an invocation in progress is finished first.</summary>
    /// <exception cref="HttpRequestException">The Runtime API is out of reach.</exception>
    /// <exception cref="RuntimeApiClientException">The Runtime API refuses or fails a call.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (initializer is not null && !await InitializeAsync(initializer))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            Invocation invocation;
            try
            {
                invocation = await client.NextAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await AnswerAsync(invocation);
        }
    }

    /// <summary>Closes the connection to the Runtime API.</summary>
    public void Dispose() => client.Dispose();

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initialize)
    {
        try
        {
            return await initialize();
        }
        catch (Exception exception)
        {
            await client.SendInitErrorAsync(exception);
            throw;
        }
    }

    private async Task AnswerAsync(Invocation invocation)
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        using var payload = new MemoryStream(invocation.Payload);
        if (await HandleAsync(invocation, payload) is { } response)
        {
            await using (response)
            {
                await client.SendResponseAsync(invocation.RequestId, response);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a handler throws is its invocation's error; the next one goes on.")]
    private async Task<Stream?> HandleAsync(Invocation invocation, Stream payload)
    {
        // Lambda takes the standard output as the log.
        var logger = new LambdaConsoleLogger(invocation.RequestId, invocation.TraceId, environment, Console.Out, time);
        try
        {
            return await handler(payload, new LambdaContext(invocation, environment, logger, time)) ?? Stream.Null;
        }
        catch (Exception exception)
        {
            logger.LogFailure(exception);
            await client.SendErrorAsync(invocation.RequestId, exception);
            return null;
        }
    }
}
