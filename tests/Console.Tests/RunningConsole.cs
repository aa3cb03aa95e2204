using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(Console.Tests.RunningConsole))]
[assembly: CollectionBehavior(DisableTestParallelization = true)] // they watch one system

namespace Console.Tests;

/// <summary>The real program, <c>serve</c>, once for all tests.</summary>
public sealed class RunningConsole : IAsyncLifetime
{
    private const int SomeHits = 100;
    private const int SomeConversations = 20;
    private const string EventData = "data: "; // what a line of a server-sent event begins with

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder = new("petmatch-console-");
    private Process? process;
    private bool isFilled;

    /// <summary>The program that is tried, of the tests' own configuration.</summary>
    public static string Program { get; } = Checkout.Find(
        "src", "LocalEmulator", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "LocalEmulator.dll");

    public int Port { get; private set; }

    public string Address => $"http://localhost:{Port}";

    public HttpClient Http { get; private set; } = null!;

    public string Data => folder.Path;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        process = ProgramRun.Start("dotnet", [Program, "serve", "--port", "0", "--data", Data]);
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<string>();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (line.Contains("AWS_ENDPOINT_URL_FIREHOSE", StringComparison.Ordinal))
            {
                break;
            }
        }

        Announcement = lines;
        if (process.HasExited)
        {
            throw new InvalidOperationException($"'serve' has ended: {await errors}");
        }

        var found = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(Data, "serve.json"), patience.Token));
        Port = found.GetProperty("port").GetInt32();
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = Patience };
    }

    /// <summary>What the program has printed.</summary>
    public IReadOnlyList<string> Announcement { get; private set; } = [];

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path, Stop);

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, Stop);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return answer.IsSuccessStatusCode ? json : throw new HttpRequestException($"{(int)answer.StatusCode}: {json}");
    }

    /// <summary>Sees that there are delivered hits of every kind.</summary>
    public async Task FillAsync()
    {
        if (!isFilled)
        {
            isFilled = true;
            await ItemWriter.WriteAsync(this, SomeHits);
            await PostAsync("/api/conversations", new { count = SomeConversations, seed = 5 });
            await UntilAsync(state => !state.GetProperty("load").GetProperty("isRunning").GetBoolean());
            await PostAsync("/api/drain", new { });
        }
    }

    /// <summary>Waits until what is watched is so, which the server tells as it happens.</summary>
    public async Task<JsonElement> UntilAsync(Predicate<JsonElement> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        await using var events = await Http.GetStreamAsync(new Uri("/api/watch/events", UriKind.Relative), patience.Token);
        using var reader = new StreamReader(events);
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(EventData, StringComparison.Ordinal) && JsonElement.Parse(line[EventData.Length..]) is var state && isSo(state))
            {
                return state;
            }
        }

        throw new InvalidOperationException("The console tells nothing any more.");
    }

    /// <summary>Ends the program as Ctrl-C does, and gives its exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        await InterruptAsync(process!);
        return process!.ExitCode;
    }

    /// <summary>Ends a program as Ctrl-C does.</summary>
    public static async Task InterruptAsync(Process program)
    {
        using var kill = Process.Start("kill", ["-INT", $"{program.Id}"]);
        await program.WaitForExitAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Dispose();
    }
}
