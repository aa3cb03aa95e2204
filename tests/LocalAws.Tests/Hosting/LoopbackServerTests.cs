using System.Net.Sockets;
using System.Text;
using LocalAws.Hosting;

namespace LocalAws.Tests.Hosting;

public sealed class LoopbackServerTests : IDisposable
{
    private readonly FailureSignal failure = new();

    public static TheoryData<string> Faults =>
    [
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nfour",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000000\r\n\r\nfour",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2147483647\r\n\r\nfour",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\nfour",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nthis is no chunk",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nfour",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nfour",
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n",
        "POST //elsewhere/%00 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "GET / HTTP/1.1\r\n\r\n",
        "this is no HTTP\r\n\r\n",
        "",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => failure.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_client_that_breaks_the_protocol_or_hangs_up_harms_nobody_else(string request)
    {
        await using var server = await LoopbackServer.StartAsync(EchoAsync, failure.Report, Cancellation);

        await SendAsync(server.Ports[0], request);

        using var http = new HttpClient();
        using var body = new StringContent("next");
        using var answer = await failure.GuardAsync(token => http.PostAsync(new Uri(server.Address), body, token), Cancellation);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("next");
    }

    [Fact]
    public async Task A_client_that_does_not_wait_for_its_answer_harms_nobody_else()
    {
        var answered = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(
            async context =>
            {
                try
                {
                    await LoopbackServer.ReadBodyAsync(context.Request);
                    await LoopbackServer.WriteAsync(context.Response, 200, null, new byte[64 << 20]);
                }
                finally
                {
                    answered.SetResult();
                }
            },
            failure.Report,
            Cancellation);

        await SendAsync(server.Ports[0], "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        await answered.Task.WaitAsync(Cancellation);

        await failure.GuardAsync(_ => Task.CompletedTask, Cancellation);
    }

    [Fact]
    public async Task What_the_server_cannot_do_is_not_the_clients_fault()
    {
        await using var server = await LoopbackServer.StartAsync(_ => throw new IOException("the disk is full"), failure.Report, Cancellation);
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(server.Address), Cancellation);
        var error = await Should.ThrowAsync<LocalAwsException>(() => failure.GuardAsync(_ => Task.CompletedTask, Cancellation));

        error.Message.ShouldBe("A request could not be answered: the disk is full");
    }

    private static async Task EchoAsync(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        await LoopbackServer.WriteAsync(context.Response, 200, "text/plain", body);
    }

    /// <summary>Sends bytes, says that no more will come, and reads until the server has said all it has to say or hangs up.</summary>
    private static async Task SendAsync(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            var answer = new byte[1 << 10];
            _ = await stream.ReadAsync(answer, Cancellation);
        }
        catch (IOException)
        {
            // The server has hung up.
        }
    }
}
