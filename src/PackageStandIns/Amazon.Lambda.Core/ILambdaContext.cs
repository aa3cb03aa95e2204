namespace Amazon.Lambda.Core;

/// <summary>What a function may know of the invocation that it answers.</summary>
public interface ILambdaContext
{
    /// <summary>The invocation's id; a repeated invocation keeps it.</summary>
    string AwsRequestId { get; }

    /// <summary>The mobile app that calls, where it called through the AWS Mobile SDK.</summary>
    IClientContext? ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The function's version; behind an alias, the version that the alias points to.</summary>
    string FunctionVersion { get; }

    /// <summary>The Amazon Cognito identity that calls, where it called through the AWS Mobile SDK.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN that the caller used: the function's, a version's or an alias's.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>The function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The CloudWatch log group; none without permission to write there.</summary>
    string? LogGroupName { get; }

    /// <summary>The CloudWatch log stream; none without permission to write there.</summary>
    string? LogStreamName { get; }

    /// <summary>The function's memory in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>The time until Lambda ends the invocation; negative once that moment has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The AWS X-Ray trace that the invocation belongs to; empty where there is none.</summary>
    string TraceId => string.Empty;
}
