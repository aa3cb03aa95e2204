namespace Amazon.Lambda.Core;

/// <summary>The mobile app and device that call through the AWS Mobile SDK.</summary>
public interface IClientContext
{
    /// <summary>The device's environment, as the SDK reports it.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The app.</summary>
    IClientApplication Client { get; }

    /// <summary>What the app itself adds.</summary>
    IDictionary<string, string> Custom { get; }
}
