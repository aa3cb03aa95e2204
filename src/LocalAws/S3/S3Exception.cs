using Microsoft.AspNetCore.Http;

namespace LocalAws.S3;

/// <summary>What S3 refuses, with its error code and HTTP status.</summary>
internal sealed class S3Exception(string code, int status, string message) : Exception(message)
{
    public string Code => code;

    public int Status => status;

    public static S3Exception NoSuchBucket() =>
        new("NoSuchBucket", StatusCodes.Status404NotFound, "The specified bucket does not exist.");

    public static S3Exception NoSuchKey() =>
        new("NoSuchKey", StatusCodes.Status404NotFound, "The specified key does not exist.");

    public static S3Exception PreconditionFailed() =>
        new("PreconditionFailed", StatusCodes.Status412PreconditionFailed, "A precondition of the request does not hold.");

    public static S3Exception Invalid(string code, string message) => new(code, StatusCodes.Status400BadRequest, message);

    public static S3Exception NotImplemented(string what) =>
        new("NotImplemented", StatusCodes.Status501NotImplemented, $"The local S3 does not know {what}.");
}
