using Microsoft.AspNetCore.Http;

namespace LocalAws.Hosting;

/// <summary>A client has hung up or does not speak HTTP: nobody else need know.</summary>
internal sealed class ClientFaultException(Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The status to answer with, where an answer can still reach the client.</summary>
    public int Status => (InnerException as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
}
