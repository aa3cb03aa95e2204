namespace FunctionHosting.Tests;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void What_is_empty_is_not_set(string? value)
    {
        var reader = Reader(value);

        reader.Text("X").ShouldBeNull();
        reader.TableName("X").ShouldBeNull();
        reader.TableName("X", "default").ShouldBe("default");
        reader.Days("X").ShouldBe(0);
        reader.OneOf("X", "one", "two").ShouldBe("one");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("a-b_c.D1")]
    [InlineData("arn:aws:dynamodb:eu-west-1:123456789012:table/breeds")]
    public void A_table_has_a_name_or_an_ARN(string value) => Reader($" {value} ").TableName("X").ShouldBe(value);

    [Theory]
    [InlineData("ab")]
    [InlineData("a b c")]
    [InlineData("a/b/c")]
    [InlineData("a:b:c")]
    [InlineData("arn:aws:dynamodb table")]
    public void A_table_has_no_other_name(string value) =>
        Refused(reader => reader.TableName("X"), value, $"X is '{value}': it has to be a table's name (3 to 255 of A-Z a-z 0-9 _ - .) or ARN.");

    [Theory]
    [InlineData("abc", true)]
    [InlineData("my.bucket-1", true)]
    [InlineData("arn:aws:s3:eu-west-1:123456789012:accesspoint/users", true)]
    [InlineData("Upper", false)]
    [InlineData("ab", false)]
    [InlineData("a_b", false)]
    [InlineData("a/b", false)]
    public void A_bucket_has_a_name_or_an_ARN(string value, bool isValid)
    {
        if (isValid)
        {
            Reader(value).BucketName("X").ShouldBe(value);
        }
        else
        {
            Refused(reader => reader.BucketName("X"), value, $"X is '{value}': it has to be a bucket's name (3 to 63 of a-z 0-9 . -) or ARN.");
        }
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("other.stream_2-B", true)]
    [InlineData("a stream", false)]
    [InlineData("a/b", false)]
    [InlineData("arn:aws:firehose:eu-west-1:123456789012:deliverystream/a", false)]
    public void A_stream_has_a_name(string value, bool isValid)
    {
        if (isValid)
        {
            Reader(value).StreamName("X").ShouldBe(value);
        }
        else
        {
            Should.Throw<SettingsException>(() => Reader(value).StreamName("X")).Message.ShouldStartWith($"X is '{value}'");
        }
    }

    [Fact]
    public void A_namespace_of_metrics_is_one_that_CloudWatch_takes()
    {
        new[] { "PetMatch", "My/Skill#2", new string('n', 255) }.ShouldAllBe(value => Reader(value).MetricsNamespace("X", "D") == value);
        Reader("").MetricsNamespace("X", "D").ShouldBe("D");
        foreach (var value in new[] { "AWS/Lambda", "a b", "Münze", new string('n', 256) })
        {
            Should.Throw<SettingsException>(() => Reader(value).MetricsNamespace("X", "D")).Message.ShouldStartWith($"X is '{value}'");
        }
    }

    [Fact]
    public void A_secret_is_not_repeated() => Refused(reader => reader.Secret("X", _ => false, "a token"), "secret", "X is bad: it has to be a token.");

    [Fact]
    public void A_message_is_one_line() =>
        Refused(reader => reader.OneOf("X", "a", "b", "c"), "two\nlines", "X is 'two lines': it has to be a, b or c.");

    [Theory]
    [InlineData("127.0.0.1:9001", true)]
    [InlineData(null, false)]
    [InlineData("a:b:c", false)]
    public void The_Runtime_API_is_required(string? value, bool isValid)
    {
        var require = () => Reader(value).RequireRuntimeApi();

        if (isValid)
        {
            require();
        }
        else
        {
            require.ShouldThrow<SettingsException>().Message.ShouldStartWith("AWS_LAMBDA_RUNTIME_API is missing or no host and port");
        }
    }

    private static void Refused(Action<SettingsReader> read, string value, string message) =>
        Should.Throw<SettingsException>(() => read(Reader(value))).Message.ShouldBe(message);

    private static SettingsReader Reader(string? value) => new(_ => value);
}
