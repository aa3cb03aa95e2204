using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(Invocation invocation, FunctionEnvironment environment, ILambdaLogger logger, TimeProvider time)
    : ILambdaContext
{
    // A Runtime API that names no deadline gets the longest time-out that Lambda has.
    private readonly DateTimeOffset deadline = invocation.Deadline ?? time.GetUtcNow().AddMinutes(15);

    public string AwsRequestId => invocation.RequestId;

    public IClientContext? ClientContext => null;

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => invocation.FunctionArn;

    public ILambdaLogger Logger => logger;

    public string? LogGroupName => environment.LogGroupName;

    public string? LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => deadline - time.GetUtcNow();

    public string TraceId => invocation.TraceId ?? "";
}
