using AlexaSkill.Http;

namespace AlexaSkill.Tests.Persistence;

public sealed class PersistenceServiceOptionsTests
{
    [Theory]
    [InlineData("http://host", "http://host/v1/persistence")]
    [InlineData("http://host:1555/", "http://host:1555/v1/persistence")]
    [InlineData("https://host/svh/services/persistence/", "https://host/svh/services/persistence/v1")]
    [InlineData("https://host/v1", "https://host/v1/persistence")]
    [InlineData("https://host/V2/", "https://host/V2/persistence")]
    [InlineData("https://host/v1/persistence", "https://host/v1/persistence")]
    [InlineData("https://host/persistence/v2/", "https://host/persistence/v2")]
    [InlineData("https://host/v10/my-persistence", "https://host/v10/my-persistence/v1/persistence")]
    public void Version_and_name_are_appended_where_the_path_lacks_them(string address, string expected) =>
        Options(address).ToServiceAddress().AbsoluteUri.ShouldBe(expected);

    [Theory]
    [InlineData("ftp://host")]
    [InlineData("/persistence")]
    public void An_address_that_is_none_is_named(string address) =>
        Should.Throw<FormatException>(() => Options(address).ToServiceAddress()).Message.ShouldContain(address);

    [Fact]
    public void The_token_is_not_told()
    {
        $"{Options("http://host")}".ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret token")]
    [InlineData("secret\nX-Header: 1")]
    public void A_token_that_cannot_be_sent_is_refused_without_its_value(string token)
    {
        using var http = new HttpClient();

        var error = Should.Throw<FormatException>(() => new PersistenceServiceClient(Options("http://host") with { Token = token }, http));

        error.Message.ShouldContain("token");
        error.Message.ShouldNotContain("secret");
    }

    private static PersistenceServiceOptions Options(string address) => new(new Uri(address, UriKind.RelativeOrAbsolute), "secret");
}
