using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>A quota of the account is used up.</summary>
public class LimitExceededException : AmazonKinesisFirehoseException
{
    /// <summary>With the service's message.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>With all that the service tells.</summary>
    public LimitExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
