namespace Amazon.Lambda.Core;

/// <summary>An Amazon Cognito identity.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity's id.</summary>
    string IdentityId { get; }

    /// <summary>The id of the pool that it is in.</summary>
    string IdentityPoolId { get; }
}
