namespace Amazon.Lambda.Core;

/// <summary>A mobile app that calls through the AWS Mobile SDK.</summary>
public interface IClientApplication
{
    /// <summary>The package's name.</summary>
    string AppPackageName { get; }

    /// <summary>The title that users see.</summary>
    string AppTitle { get; }

    /// <summary>The version's number in its store.</summary>
    string AppVersionCode { get; }

    /// <summary>The version that users see.</summary>
    string AppVersionName { get; }

    /// <summary>The id of this installation on this device.</summary>
    string InstallationId { get; }
}
