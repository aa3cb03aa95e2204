using LocalAws.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class LambdaEnvironmentTests
{
    private static readonly LambdaFunction Echo = new("Echo", "node", []);

    [Fact]
    public void A_developers_own_account_does_not_reach_a_function()
    {
        var environment = Filled(Echo);

        environment.ShouldNotContainKey("AWS_PROFILE");
        environment["AWS_REGION"].ShouldBe("us-east-1");
        environment["AWS_ACCESS_KEY_ID"].ShouldBe(LocalAccount.AccessKey);
        environment["TEA"].ShouldBe("green");
    }

    [Fact]
    public void A_function_that_inherits_it_has_the_callers_account_and_still_its_own_runtime_api()
    {
        var environment = Filled(Echo with { InheritsAws = true });

        (environment["AWS_PROFILE"], environment["AWS_REGION"]).ShouldBe(("mine", "eu-west-1"));
        environment.ShouldNotContainKey("AWS_ACCESS_KEY_ID");
        environment["AWS_LAMBDA_RUNTIME_API"].ShouldBe("127.0.0.1:99");
    }

    private static Dictionary<string, string?> Filled(LambdaFunction function)
    {
        var environment = new Dictionary<string, string?>
        {
            ["AWS_PROFILE"] = "mine",
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_LAMBDA_RUNTIME_API"] = "elsewhere",
            ["TEA"] = "green",
        };
        LambdaEnvironment.Fill(environment, function, 99);
        return environment;
    }
}
