using Amazon.Runtime;

namespace SkillHosting;

/// <summary>Tells failures of services.</summary>
public static class ServiceFailure
{
    /// <summary>Tells a failure of a service in one line.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>Its type, the service's error code if there is one, and its message.</returns>
    public static string Describe(Exception failure) => failure switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => $"{code}: {failure.Message}",
        OperationCanceledException or TimeoutException => "it took too long",
        null => throw new ArgumentNullException(nameof(failure)),
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };
}
