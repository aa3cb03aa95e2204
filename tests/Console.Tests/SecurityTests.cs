using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Console.Tests;

/// <summary>What other sites, broken clients and too many pages try.</summary>
public sealed class SecurityTests(RunningConsole console)
{
    private static CancellationToken Stop => RunningConsole.Stop;

    [Theory]
    [InlineData("GET", "/api/health")]
    [InlineData("GET", "/api/watch/events")]
    [InlineData("POST", "/api/conversations")]
    [InlineData("POST", "/api/faults/kill")]
    [InlineData("OPTIONS", "/api/query")]
    public async Task A_request_from_a_foreign_origin_is_refused(string method, string path)
    {
        var before = await LoadAsync();
        foreach (var origin in new[] { "http://evil.example", "null", $"https://localhost:{console.Port}", $"http://localhost:{console.Port + 1}" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(new { count = 1 }) };
            request.Headers.Add("Origin", origin);

            (await SendAsync(request)).ShouldBe(HttpStatusCode.Forbidden, origin);
        }

        (await LoadAsync()).ShouldBe(before, "nothing was done");
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example:{0}")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:1")]
    public async Task A_request_for_a_foreign_host_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = string.Format(System.Globalization.CultureInfo.InvariantCulture, host, console.Port);

        (await SendAsync(request)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("localhost:{0}")]
    [InlineData("127.0.0.1:{0}")]
    [InlineData("[::1]:{0}")]
    public async Task The_consoles_own_pages_are_answered(string host)
    {
        var own = string.Format(System.Globalization.CultureInfo.InvariantCulture, host, console.Port);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/query") { Content = JsonContent.Create(new { sql = "SELECT 1" }) };
        request.Headers.Host = own;
        request.Headers.Add("Origin", $"http://{own}");

        (await SendAsync(request)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_browser_says_is_of_another_site_is_refused_though_it_names_no_origin()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/objects");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        (await SendAsync(request)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_is_no_json()
    {
        using var form = new StringContent("{\"sql\":\"SELECT 1\"}", Encoding.UTF8, "text/plain");
        using var answer = await console.Http.PostAsync(new Uri("/api/query", UriKind.Relative), form, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_100_MB_is_refused_and_not_read(bool tellsItsLength)
    {
        var sent = new Zeros(100_000_000, tellsItsLength);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/query") { Content = sent };
        request.Headers.ExpectContinue = tellsItsLength;
        request.Headers.TransferEncodingChunked = !tellsItsLength;

        try
        {
            (await SendAsync(request)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException) when (!tellsItsLength)
        {
            // The server has hung up while the client still wrote.
        }

        sent.Written.ShouldBeLessThan(50_000_000);
        await console.GetAsync("/api/health");
    }

    [Fact]
    public async Task Slow_clients_are_hung_up_on_and_keep_nobody_waiting()
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 40; number++)
            {
                var beginning = number % 2 == 0
                    ? $"GET /api/health HTTP/1.1\r\nHost: localhost:{console.Port}\r\nX-Slow: "
                    : $"POST /api/query HTTP/1.1\r\nHost: localhost:{console.Port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{";
                var client = new TcpClient();
                clients.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, console.Port, Stop);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), Stop);
            }

            await console.GetAsync("/api/health");

            foreach (var client in clients)
            {
                await ReadToEndAsync(client.GetStream());
            }
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Fifty_open_pages_are_served_or_told_that_they_are_too_many()
    {
        var streams = new List<HttpResponseMessage>();
        try
        {
            while (streams.Count < 32)
            {
                streams.Add(await OpenServedStreamAsync());
            }

            while (streams.Count < 50)
            {
                streams.Add(await OpenStreamAsync());
            }

            var served = streams[..32];
            var refused = streams[32..];
            refused.ShouldAllBe(stream => stream.StatusCode == HttpStatusCode.ServiceUnavailable && stream.Headers.RetryAfter != null);
            var reason = await refused[0].Content.ReadFromJsonAsync<JsonElement>(Stop);
            reason.GetProperty("error").GetString()!.ShouldStartWith("32 pages are watching");
            foreach (var stream in served)
            {
                using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Stop));
                (await reader.ReadLineAsync(Stop))!.ShouldStartWith("data: {\"counts\":");
            }

            await console.GetAsync("/api/watch");
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }

        // Whoever closes a page makes place for another one.
        var again = await OpenServedStreamAsync();
        again.Dispose();
    }

    [Fact]
    public async Task The_page_allows_nothing_but_its_own_files()
    {
        using var answer = await console.Http.GetAsync(new Uri("/", UriKind.Relative), Stop);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        using var error = await console.Http.GetAsync(new Uri("/nothing", UriKind.Relative), Stop);
        error.Headers.GetValues("Content-Security-Policy").ShouldBe([policy]);
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("://"); // no request to anywhere else
    }

    [Theory]
    [InlineData("/../serve.json")]
    [InlineData("/%2e%2e/serve.json")]
    [InlineData("/serve.json")]
    [InlineData("/api/logs/..%2Femulator.lock")]
    [InlineData("/api/logs/errors")]
    [InlineData("/api/tables/other")]
    [InlineData("/api/objects/content?key=..%2F..%2Fserve.json")]
    [InlineData("/api/nothing")]
    public async Task No_address_leads_to_other_files(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        (await SendAsync(request)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> LoadAsync()
    {
        var state = await console.GetAsync("/api/watch");
        return $"{(state.TryGetProperty("load", out var load) ? load : default)} {state.GetProperty("faults")}";
    }

    private async Task<HttpResponseMessage> OpenStreamAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/watch/events");
        return await console.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    /// <summary>Opens a page as often as it takes: one that was closed just now may still count as watching.</summary>
    private async Task<HttpResponseMessage> OpenServedStreamAsync()
    {
        HttpResponseMessage stream;
        while (!(stream = await OpenStreamAsync()).IsSuccessStatusCode)
        {
            stream.Dispose();
            await Task.Yield();
        }

        return stream;
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using var answer = await console.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return answer.StatusCode;
    }

    private static async Task ReadToEndAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, Stop) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Hung up on, too.
        }
    }

    private sealed class Zeros(long length, bool tellsItsLength) : HttpContent
    {
        public long Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Headers.ContentType = new("application/json");
            var chunk = new byte[1 << 16];
            for (; Written < length; Written += chunk.Length)
            {
                await stream.WriteAsync(chunk, Stop);
            }
        }

        protected override bool TryComputeLength(out long known)
        {
            Headers.ContentType = new("application/json");
            known = length;
            return tellsItsLength;
        }
    }
}
