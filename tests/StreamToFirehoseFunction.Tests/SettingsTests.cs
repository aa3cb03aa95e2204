using FunctionHosting;

namespace StreamToFirehoseFunction.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_delivery_stream_has_a_default(string? value) =>
        Read(("DELIVERY_STREAM", value)).DeliveryStream.ShouldBe("pet-match-firehose-stream");

    [Fact]
    public void The_delivery_stream_can_be_named() => Read(("DELIVERY_STREAM", "other.stream_2")).DeliveryStream.ShouldBe("other.stream_2");

    [Theory]
    [InlineData("a stream")]
    [InlineData("a/b")]
    public void A_name_that_no_stream_can_have_is_refused_by_the_variable_s_name(string value) => Refused("DELIVERY_STREAM", value);

    [Fact]
    public void Nothing_else_is_used_unless_it_is_named()
    {
        var settings = Read();

        settings.DeliveryLogTable.ShouldBeNull();
        settings.QuarantineBucket.ShouldBeNull();
        settings.QuarantinePrefix.ShouldBe("quarantine/");
        settings.UsesPathStyle.ShouldBeFalse();
    }

    [Theory]
    [InlineData("DELIVERY_LOG_TABLE", "a")]
    [InlineData("QUARANTINE_BUCKET", "Upper")]
    [InlineData("QUARANTINE_PREFIX", "a b")]
    public void A_bad_value_is_refused_by_the_variable_s_name(string variable, string value) => Refused(variable, value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a b")]
    public void Without_a_Runtime_API_the_start_ends_whichever_package_runs_the_loop(string? value) =>
        Refused("AWS_LAMBDA_RUNTIME_API", value);

    private static void Refused(string variable, string? value) =>
        Should.Throw<SettingsException>(() => Read((variable, value))).Message.ShouldStartWith(variable);

    private static Settings Read(params (string Name, string? Value)[] variables) => Settings.Read(name =>
        Array.Find(variables, variable => variable.Name == name) is { Name: not null } found ? found.Value
        : name == "AWS_LAMBDA_RUNTIME_API" ? "127.0.0.1:9001"
        : null);
}
