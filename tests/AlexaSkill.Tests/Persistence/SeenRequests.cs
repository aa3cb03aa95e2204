namespace AlexaSkill.Tests.Persistence;

/// <summary>Lets requests pass and keeps them.</summary>
internal sealed class SeenRequests() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>The requests, newest last.</summary>
    public List<HttpRequestMessage> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return base.SendAsync(request, cancellationToken);
    }
}
