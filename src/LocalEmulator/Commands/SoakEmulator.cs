using System.Diagnostics;
using System.Globalization;
using Amazon.DynamoDBv2;
using LocalEmulator.Conversations;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The emulator under test, in a process of its own.</summary>
internal sealed class SoakEmulator : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndTimeout = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly Action<SoakFault> onFault;
    private readonly FailureSignal failure;
    private readonly LastErrorLine error = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task ended;
    private readonly HttpClient skill = new(new SocketsHttpHandler { UseProxy = false });
    private AmazonDynamoDBClient? dynamoDb;
    private Uri? skillAddress;
    private volatile bool mayEnd;
    private long forwarded;

    private SoakEmulator(Process process, Action<SoakFault> onFault, FailureSignal failure)
    {
        (this.process, this.onFault, this.failure) = (process, onFault, failure);
        process.ErrorDataReceived += (_, line) => error.Take(line.Data);
        process.BeginErrorReadLine();
        ended = ListenAsync();
    }

    /// <summary>A client of its DynamoDB that makes one attempt a call.</summary>
    public IAmazonDynamoDB DynamoDb => dynamoDb!;

    /// <summary>Records that its forwarder has delivered.</summary>
    public long Forwarded => Interlocked.Read(ref forwarded);

    /// <summary>Starts it.</summary>
    /// <param name="arguments">The arguments of <see cref="SoakEmulatorCommand"/>.</param>
    /// <param name="onFault">Is told each fault.</param>
    /// <param name="failure">Learns if it ends and should not.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running emulator.</returns>
    public static async Task<SoakEmulator> StartAsync(
        IEnumerable<string> arguments, Action<SoakFault> onFault, FailureSignal failure, CancellationToken cancellationToken)
    {
        string[] command = [Repository.FunctionAssembly("LocalEmulator"), SoakEmulatorCommand.Name, .. arguments];
        var start = new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var emulator = new SoakEmulator(Process.Start(start)!, onFault, failure);
        try
        {
            await failure.GuardAsync(token => emulator.ready.Task.WaitAsync(StartTimeout, token), cancellationToken);
            return emulator;
        }
        catch
        {
            await emulator.KillAsync();
            throw;
        }
    }

    /// <summary>Sends a request to its skill.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when the skill has answered.</returns>
    /// <exception cref="HttpRequestException">It has not, or with an error.</exception>
    public async Task SendAsync(AlexaRequest request, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(request.Json);
        using var response = await skill.PostAsync(skillAddress, content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until everything that is in its stream is in the bucket.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when nothing waits.</returns>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(SoakEmulatorCommand.Drain.AsMemory(), cancellationToken);
        await drained.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Kills it and all that it has started, as a power failure would.</summary>
    /// <returns>A task that completes when it has ended.</returns>
    public async Task KillAsync()
    {
        mayEnd = true;
        process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>Ends its S3, and waits until it has given up.</summary>
    /// <returns>A task that completes when it has ended.</returns>
    public async Task EndS3Async()
    {
        mayEnd = true;
        await process.StandardInput.WriteLineAsync(SoakEmulatorCommand.EndS3);
        await EndAsync();
    }

    /// <summary>Ends it in order; what is not delivered stays in its data folder.</summary>
    /// <returns>A task that completes when it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        mayEnd = true;
        process.StandardInput.Close();
        await EndAsync();
    }

    private async Task EndAsync()
    {
        try
        {
            await ended.WaitAsync(EndTimeout);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await ended;
        }

        dynamoDb?.Dispose();
        skill.Dispose();
        process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Hear(line.Split(' '));
        }

        await process.WaitForExitAsync();
        if (!mayEnd)
        {
            failure.Report(new EmulatorException($"The emulator under test has ended: {error.Text}."));
        }
    }

    private void Hear(string[] said)
    {
        switch (said)
        {
            case [SoakEmulatorCommand.Ready, var tables, var requests]:
                dynamoDb = LocalClients.DynamoDb(tables, retries: 0);
                skillAddress = new Uri(requests);
                ready.TrySetResult();
                break;
            case [SoakEmulatorCommand.Fault, var name] when SoakFaults.TryFind(name, out var fault):
                onFault(fault);
                break;
            case [SoakEmulatorCommand.Forwarded, var count]:
                Interlocked.Exchange(ref forwarded, long.Parse(count, CultureInfo.InvariantCulture));
                break;
            case [SoakEmulatorCommand.Drained]:
                drained.TrySetResult();
                break;
        }
    }
}
