using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>A parameter is beyond its limits or malformed.</summary>
public class InvalidArgumentException : AmazonKinesisFirehoseException
{
    /// <summary>With the service's message.</summary>
    public InvalidArgumentException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public InvalidArgumentException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
