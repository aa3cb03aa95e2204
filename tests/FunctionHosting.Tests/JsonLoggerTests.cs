using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace FunctionHosting.Tests;

public sealed class JsonLoggerTests
{
    private readonly MemoryStream output = new();
    private readonly JsonLogger logger;

    public JsonLoggerTests() => logger = new JsonLogger(output, new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)));

    private string Written => Encoding.UTF8.GetString(output.ToArray());

    [Fact]
    public void An_entry_is_one_line_with_time_level_event_message_and_values()
    {
        logger.Log(LogLevel.Warning, new EventId(7, "HitLost"), "text", null, (state, _) => $"A\n{state}");

        Written.ShouldBe("""{"timestamp":"2026-01-02T03:04:05.678Z","level":"WARN","event":"HitLost","message":"A\ntext"}""" + "\n");
    }

    [Fact]
    public void The_values_of_a_template_become_properties()
    {
        LoggerMessage.Define<int, string>(LogLevel.Error, new EventId(1, "Told"), "{Lost} lost: {Reason}")(logger, 3, "so", null);

        var line = JsonNode.Parse(Written)!;
        ((int)line["Lost"]!, (string?)line["Reason"], (string?)line["message"]).ShouldBe((3, "so", "3 lost: so"));
        line.AsObject().Count.ShouldBe(6);
    }

    [Theory]
    [InlineData(LogLevel.Trace, null)]
    [InlineData(LogLevel.Debug, null)]
    [InlineData(LogLevel.Information, "INFO")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Critical, "FATAL")]
    [InlineData(LogLevel.None, null)]
    public void Levels_have_the_names_that_Lambda_filters_by(LogLevel level, string? name)
    {
        logger.Log(level, default, "text", null, (state, _) => state);

        (Written.Length == 0 ? null : (string?)JsonNode.Parse(Written)!["level"]).ShouldBe(name);
    }

    [Fact]
    public void Lines_of_several_threads_do_not_mix()
    {
        Parallel.For(0, 200, number => logger.Log(LogLevel.Information, default, number, null, (state, _) => new string('x', state)));

        Written.TrimEnd('\n').Split('\n').Select(line => ((string)JsonNode.Parse(line)!["message"]!).Length)
            .Order().ShouldBe(Enumerable.Range(0, 200));
    }
}
