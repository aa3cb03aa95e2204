using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Puts a <see cref="LambdaBootstrap"/> together.</summary>
public sealed class LambdaBootstrapBuilder
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> handler;
    private LambdaBootstrapInitializer? initializer;

    private LambdaBootstrapBuilder(Func<Stream, ILambdaContext, Task<Stream>> handler) => this.handler = handler;

    /// <summary>Starts with the handler, which gets an invocation's payload and gives the response's.</summary>
    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) => new(handler);

    /// <summary>Runs the initializer before the first invocation.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Gives the bootstrap, ready to run.</summary>
    /// <exception cref="InvalidOperationException">AWS_LAMBDA_RUNTIME_API is missing or no host and port.</exception>
    public LambdaBootstrap Build() => Build(Environment.GetEnvironmentVariable, TimeProvider.System);

    internal LambdaBootstrap Build(Func<string, string?> variable, TimeProvider time)
    {
        var environment = FunctionEnvironment.Read(variable);
        return new LambdaBootstrap(new RuntimeApiClient(environment.RuntimeApi), handler, initializer, environment, time);
    }
}
