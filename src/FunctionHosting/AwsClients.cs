using Amazon.Runtime;

namespace FunctionHosting;

/// <summary>Creates clients of AWS services.</summary>
public static class AwsClients
{
    /// <summary>Creates a client.</summary>
    /// <typeparam name="T">The client.</typeparam>
    /// <param name="create">Creates it.</param>
    /// <returns>The client.</returns>
    /// <exception cref="SettingsException">A variable that the AWS SDK reads is missing or bad.</exception>
    public static T Create<T>(Func<T> create)
        where T : AmazonServiceClient
    {
        ArgumentNullException.ThrowIfNull(create);
        try
        {
            return create();
        }
        catch (AmazonClientException mistake)
        {
            throw new SettingsException($"AWS_REGION, or another setting of the AWS SDK, is missing or bad: {mistake.Message.TrimEnd('.')}.");
        }
    }
}
