namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda Runtime API refused or failed a call.</summary>
public class RuntimeApiClientException : Exception
{
    internal RuntimeApiClientException(string message, int statusCode)
        : base(message) => StatusCode = statusCode;

    /// <summary>The status of its answer.</summary>
    public int StatusCode { get; }
}
