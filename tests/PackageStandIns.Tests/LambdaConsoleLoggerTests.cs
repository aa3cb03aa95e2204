using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace PackageStandIns.Tests;

public sealed class LambdaConsoleLoggerTests
{
    private readonly StringWriter output = new() { NewLine = "\n" };

    [Fact]
    public void A_line_has_time_request_level_and_message_from_the_minimum_level_on()
    {
        ILambdaLogger logger = Logger("warning");

        logger.LogInformation("too little");
        logger.LogLine("too little");
        logger.LogWarning("look");
        logger.Log(LogLevel.Critical, "run");
        logger.Log("as it is");

        output.ToString().ShouldBe("2026-01-02T03:04:05.678Z\tid-1\twarn\tlook\n2026-01-02T03:04:05.678Z\tid-1\tcrit\trun\nas it is");
    }

    [Theory]
    [InlineData("TRACE", "Trace Debug Information Warning Error Critical")]
    [InlineData("DEBUG", "Debug Information Warning Error Critical")]
    [InlineData("INFO", "Information Warning Error Critical")]
    [InlineData("WARN", "Warning Error Critical")]
    [InlineData("ERROR", "Error Critical")]
    [InlineData("FATAL", "Critical")]
    [InlineData("anything else", "Information Warning Error Critical")]
    [InlineData(null, "Information Warning Error Critical")]
    public void Lambda_s_names_of_the_levels_decide_what_is_logged(string? level, string logged)
    {
        ILambdaLogger logger = Logger(level, "JSON");

        foreach (var each in Enum.GetValues<LogLevel>())
        {
            logger.Log(each, "message");
        }

        string.Join(' ', Objects().Select(line => line["level"])).ShouldBe(logged);
    }

    [Theory]
    [InlineData("JSON")]
    [InlineData("Json")]
    public void In_the_format_JSON_a_message_is_one_object(string format)
    {
        ILambdaLogger logger = Logger("INFO", format);

        logger.LogError("two\nlines");

        Objects().ShouldHaveSingleItem().ToJsonString().ShouldBe(
            """{"timestamp":"2026-01-02T03:04:05.678Z","level":"Error","requestId":"id-1","traceId":"Root=1","message":"two\nlines"}""");
    }

    [Fact]
    public void In_the_format_JSON_an_exception_is_one_object_with_its_inner_exceptions()
    {
        Logger("INFO", "JSON").LogFailure(Thrown());

        var line = Objects().ShouldHaveSingleItem();
        ((string?)line["errorType"]).ShouldBe("System.IO.InvalidDataException");
        ((string?)line["errorMessage"]).ShouldBe("outer\nof two lines");
        line["message"].ShouldBeNull();
        var stack = line["stackTrace"]!.AsArray().Select(frame => (string?)frame).ToArray();
        stack[0].ShouldBe("System.IO.InvalidDataException: outer");
        stack.ShouldContain("---> System.FormatException: inner");
        stack.ShouldContain(frame => frame!.StartsWith("at PackageStandIns.Tests.LambdaConsoleLoggerTests.Thrown", StringComparison.Ordinal));
    }

    [Fact]
    public void In_the_format_of_text_an_exception_is_printed_as_NET_does()
    {
        var failure = Thrown();

        Logger("INFO", "Text").LogFailure(failure);

        output.ToString().ShouldBe($"2026-01-02T03:04:05.678Z\tid-1\tfail\t{failure}\n");
    }

    private static InvalidDataException Thrown()
    {
        try
        {
            throw new InvalidDataException("outer\nof two lines", new FormatException("inner"));
        }
        catch (InvalidDataException thrown)
        {
            return thrown;
        }
    }

    private LambdaConsoleLogger Logger(string? level, string? format = null) => new(
        "id-1",
        "Root=1",
        FunctionEnvironment.Read(name => name switch
        {
            "AWS_LAMBDA_RUNTIME_API" => "127.0.0.1:9001",
            "AWS_LAMBDA_LOG_LEVEL" => level,
            "AWS_LAMBDA_LOG_FORMAT" => format,
            _ => null,
        }),
        output,
        new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)));

    private IReadOnlyList<JsonNode> Objects() =>
        [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
