using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace PackageStandIns.Tests;

public sealed class LambdaConsoleLoggerTests
{
    [Fact]
    public void A_line_has_time_request_level_and_message_from_the_minimum_level_on()
    {
        using var output = new StringWriter { NewLine = "\n" };
        ILambdaLogger logger = new LambdaConsoleLogger("id-1", "warning", output, new Clock());

        logger.LogInformation("too little");
        logger.LogLine("too little");
        logger.LogWarning("look");
        logger.Log(LogLevel.Critical, "run");
        logger.Log("as it is");

        output.ToString().ShouldBe("2026-01-02T03:04:05.678Z\tid-1\twarn\tlook\n2026-01-02T03:04:05.678Z\tid-1\tcrit\trun\nas it is");
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    }
}
