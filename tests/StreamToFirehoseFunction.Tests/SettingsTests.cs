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

    [Fact]
    public void The_lines_are_Pet_Match_s_unless_other_columns_are_named()
    {
        Columns().ShouldBe(Analytics.ColumnList.Text(Analytics.Columns.All));
        Columns(("RECORD_COLUMNS", " ")).ShouldBe(Analytics.ColumnList.Text(Analytics.Columns.All));
        Columns(("RECORD_COLUMNS", "request_id string, won tinyint")).ShouldBe("request_id string, won tinyint");

        static string Columns(params (string, string?)[] variables) => Analytics.ColumnList.Text(Read(variables).Layout.Columns);
    }

    [Theory]
    [InlineData("won tinyint", "the first column has to be 'request_id string'")]
    [InlineData("request_id string, won boolean", "'won boolean' is not a name and one of the types string, bigint, tinyint, timestamp")]
    [InlineData("80", "'80' is not a name and one of the types")]
    public void A_list_that_makes_no_record_is_refused_in_one_line(string value, string flaw)
    {
        var message = Should.Throw<SettingsException>(() => Read(("RECORD_COLUMNS", value))).Message;

        message.ShouldStartWith("RECORD_COLUMNS is no list of columns, such as 'request_id string, won tinyint': ");
        message.ShouldContain(flaw);
        message.ShouldNotContain("\n");
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
