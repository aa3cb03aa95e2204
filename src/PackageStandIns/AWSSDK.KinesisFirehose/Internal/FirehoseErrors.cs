using System.Net;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime.Internal;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>Turns an error code into the exception that is named after it.</summary>
internal static class FirehoseErrors
{
    public static AmazonKinesisFirehoseException Create(ErrorResponse error, Exception inner, HttpStatusCode status)
    {
        var (message, type, code, id) = (error.Message, error.Type, error.Code, error.RequestId);
        return code switch
        {
            nameof(InvalidArgumentException) => new InvalidArgumentException(message, inner, type, code, id, status),
            nameof(InvalidKMSResourceException) => new InvalidKMSResourceException(message, inner, type, code, id, status),
            nameof(InvalidSourceException) => new InvalidSourceException(message, inner, type, code, id, status),
            nameof(LimitExceededException) => new LimitExceededException(message, inner, type, code, id, status),
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(message, inner, type, code, id, status),
            nameof(ServiceUnavailableException) => new ServiceUnavailableException(message, inner, type, code, id, status),
            _ => new AmazonKinesisFirehoseException(message, inner, type, code, id, status),
        };
    }
}
