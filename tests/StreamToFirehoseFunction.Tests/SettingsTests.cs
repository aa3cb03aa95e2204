namespace StreamToFirehoseFunction.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_delivery_stream_has_a_default(string? value) => Settings.Read(_ => value).DeliveryStream.ShouldBe("pet-match-firehose-stream");

    [Fact]
    public void The_delivery_stream_can_be_named() =>
        Settings.Read(name => name == "DELIVERY_STREAM" ? "other.stream_2" : null).DeliveryStream.ShouldBe("other.stream_2");

    [Theory]
    [InlineData("a stream")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    public void A_name_that_no_stream_can_have_is_refused_by_the_variable_s_name(string value) =>
        Should.Throw<FormatException>(() => Settings.Read(_ => value)).Message.ShouldStartWith("DELIVERY_STREAM");

    [Fact]
    public void Nothing_else_is_used_unless_it_is_named()
    {
        var settings = Settings.Read(_ => null);

        settings.DeliveryLogTable.ShouldBeNull();
        settings.QuarantineBucket.ShouldBeNull();
        settings.QuarantinePrefix.ShouldBe("quarantine/");
        settings.UsesPathStyle.ShouldBeFalse();
    }

    [Theory]
    [InlineData("DELIVERY_LOG_TABLE", "a")]
    [InlineData("QUARANTINE_BUCKET", "Upper")]
    [InlineData("QUARANTINE_PREFIX", "a b")]
    public void A_bad_value_is_refused_by_the_variable_s_name(string variable, string value) =>
        Should.Throw<FormatException>(() => Settings.Read(name => name == variable ? value : null)).Message.ShouldStartWith(variable);
}
