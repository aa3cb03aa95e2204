using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>The stream's KMS key is disabled, deleted or not permitted.</summary>
public class InvalidKMSResourceException : AmazonKinesisFirehoseException
{
    /// <summary>With the service's message.</summary>
    public InvalidKMSResourceException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public InvalidKMSResourceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
