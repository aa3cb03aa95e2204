using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>Firehose cannot take the call now, mostly because the stream's throughput is used up: back off and try again.</summary>
public class ServiceUnavailableException : AmazonKinesisFirehoseException
{
    /// <summary>With the service's message.</summary>
    public ServiceUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public ServiceUnavailableException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
