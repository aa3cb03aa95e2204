using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Firehose refused or failed a call.</summary>
public class AmazonKinesisFirehoseException : AmazonServiceException
{
    /// <summary>With the service's message.</summary>
    public AmazonKinesisFirehoseException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public AmazonKinesisFirehoseException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
