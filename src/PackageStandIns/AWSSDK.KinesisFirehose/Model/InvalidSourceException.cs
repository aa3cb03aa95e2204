using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>The stream takes its records from another source than direct puts.</summary>
public class InvalidSourceException : AmazonKinesisFirehoseException
{
    /// <summary>With the service's message.</summary>
    public InvalidSourceException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public InvalidSourceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
