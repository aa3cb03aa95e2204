using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.Lambda;
using LocalEmulator.Web;

namespace LocalEmulator.Services;

/// <summary>A running <c>serve</c>, for the other commands of the same data folder: it leaves word of itself there.</summary>
internal sealed class ServedSystem : IAsyncDisposable
{
    private const string FileName = "serve.json";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A delivery takes as long as Firehose wants, so a call ends when it is answered or its caller gives up.
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private ServedSystem(int port) => http.BaseAddress = new Uri($"http://127.0.0.1:{port}");

    /// <summary>Leaves word of a running <c>serve</c>; gives the file, which has to go when it ends.</summary>
    public static async Task<string> AnnounceAsync(string dataDirectory, int port, string instance, CancellationToken cancellationToken)
    {
        var path = Path.Combine(dataDirectory, FileName);
        var json = JsonSerializer.SerializeToUtf8Bytes(new ServedAddress(port, instance), ServedAddressJson.Default.ServedAddress);
        await File.WriteAllBytesAsync(path, json, cancellationToken);
        return path;
    }

    /// <summary>Finds the <c>serve</c> of a data folder; null where none answers that left the word: one that was killed left it, too.</summary>
    public static async Task<ServedSystem?> FindAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        if (Read(Path.Combine(dataDirectory, FileName)) is not { } address)
        {
            return null;
        }

        var found = new ServedSystem(address.Port);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var state = await found.http.GetFromJsonAsync("/api/health", ApiJson.Default.SystemState, patience.Token);
            if (state?.Instance == address.Instance)
            {
                return found;
            }
        }
        catch (Exception silent) when (silent is HttpRequestException or JsonException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        await found.DisposeAsync();
        return null;
    }

    /// <summary>Sends an Alexa request through the skill.</summary>
    /// <exception cref="EmulatorException">The <c>serve</c> has gone.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var answer = await PostAsync("/api/invoke", new InvokeRequest(JsonElement.Parse(request.Span)), cancellationToken);
        var result = await JsonSerializer.DeserializeAsync(answer, ApiJson.Default.InvokeAnswer, cancellationToken);
        return result!.Error is { } error
            ? new InvocationResult(default, new FunctionError(result.ErrorType ?? "", error))
            : new InvocationResult(JsonSerializer.SerializeToUtf8Bytes(result.Response!.Value, ApiJson.Default.JsonElement));
    }

    /// <summary>Waits until all hits are in the bucket.</summary>
    /// <exception cref="EmulatorException">The <c>serve</c> has gone.</exception>
    public Task DrainAsync(CancellationToken cancellationToken) => PostAsync("/api/drain", null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ServedAddress? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ServedAddressJson.Default.ServedAddress);
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private async Task<Stream> PostAsync(string path, InvokeRequest? body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = body is null ? null : JsonContent.Create(body, ApiJson.Default.InvokeRequest);
            var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
        }
        catch (HttpRequestException gone)
        {
            throw new EmulatorException($"The running 'serve' did not answer: {gone.Message} See what it prints.", gone);
        }
    }
}

/// <summary>Where a <c>serve</c> listens; its instance tells it from whatever listens there later.</summary>
internal sealed record ServedAddress(int Port, string Instance);

/// <summary>Reads and writes the word that a <c>serve</c> leaves.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServedAddress))]
internal sealed partial class ServedAddressJson : JsonSerializerContext;
