using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>The stream does not exist.</summary>
public class ResourceNotFoundException : AmazonKinesisFirehoseException
{
    /// <summary>With the service's message.</summary>
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public ResourceNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
