// The least that a native function can do: it fetches one invocation from the Lambda Runtime API and answers it.
using var http = new HttpClient { BaseAddress = new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/") };
while (true)
{
    using var ask = new HttpRequestMessage(HttpMethod.Get, "invocation/next");
    using var invocation = http.Send(ask);
    var id = invocation.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
    using var answer = new HttpRequestMessage(HttpMethod.Post, $"invocation/{id}/response") { Content = new ByteArrayContent("{}"u8.ToArray()) };
    using var accepted = http.Send(answer);
}
