using Amazon.Lambda.Core;

namespace SkillFunction.Tests.Fakes;

/// <summary>An invocation outside of Lambda.</summary>
internal sealed class LambdaContext : ILambdaContext
{
    public string AwsRequestId => "invocation-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => "SkillFunction";

    public string FunctionVersion => "1";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "group";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 256;

    public TimeSpan RemainingTime => TimeSpan.FromSeconds(8);
}
