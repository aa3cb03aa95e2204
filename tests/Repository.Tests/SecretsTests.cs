using System.Text;
using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>No file of the checkout, but for those in ignored folders, holds what opens an account or names a user.</summary>
public sealed partial class SecretsTests
{
    private static readonly (string Name, Regex Pattern)[] Kinds =
    [
        ("an AWS access key", AccessKey()),
        ("an AWS secret key", SecretKey()),
        ("an AWS session token", SessionToken()),
        ("a private key", PrivateKey()),
        ("a token of GitHub, Slack, npm or NuGet", ServiceToken()),
        ("a JSON web token", WebToken()),
        ("a Login with Amazon token or secret", AmazonToken()),
        ("a password in an address", PasswordInAddress()),
        ("an Alexa user, person or device", AlexaIdentity()),
        ("the id of an AWS account", AccountId()),
    ];

    private static readonly HashSet<string> Ignored =
        [".git", .. Checkout.Read(".gitignore").Split('\n').Where(line => line.EndsWith('/')).Select(line => line.TrimEnd('/'))];

    [Fact]
    public void No_file_of_the_checkout_holds_a_secret()
    {
        var files = Files(Checkout.Root).ToArray();

        files.Length.ShouldBeGreaterThan(500);
        files.SelectMany(file => Find(Path.GetRelativePath(Checkout.Root, file), File.ReadAllText(file, Encoding.Latin1))).ShouldBeEmpty();
    }

    /// <summary>Each is put together here, so that this file holds none.</summary>
    [Theory]
    [InlineData("an AWS access key", "AKIA", "Q3EGRNZ5TLW7XV2M")]
    [InlineData("an AWS access key", "ASIA", "Q3EGRNZ5TLW7XV2M")]
    [InlineData("an AWS secret key", "aws_secret", "_access_key = q8Zt3vXyLr0PbN5mK2cW7dHfJ9sGaE4uT6iYoR1x")]
    [InlineData("an AWS secret key", "\"Secret", "AccessKey\": \"q8Zt3vXyLr0PbN5mK2cW7dHfJ9sGaE4uT6iYoR1x\"")]
    [InlineData("an AWS session token", "AWS_SESSION", "_TOKEN=IQoJb3JpZ2luX2VjEJ7//////////wEaCXVzLWVhc3QtMSJHMEUCIQD")]
    [InlineData("a private key", "-----BEGIN ", "RSA PRIVATE KEY-----")]
    [InlineData("a private key", "-----BEGIN ", "PRIVATE KEY-----")]
    [InlineData("a private key", "-----BEGIN ", "OPENSSH PRIVATE KEY-----")]
    [InlineData("a token of GitHub, Slack, npm or NuGet", "ghp_", "R7kQ2mZx9LpW4tVb8NcY1sHd6JfGa3Ue5Xo0")]
    [InlineData("a token of GitHub, Slack, npm or NuGet", "github_pat_", "11ABCDEFG0aB3dE5fG7hI9_jK2lM4nO6pQ8rS0tU")]
    [InlineData("a token of GitHub, Slack, npm or NuGet", "npm_", "R7kQ2mZx9LpW4tVb8NcY1sHd6JfGa3Ue5Xo0")]
    [InlineData("a token of GitHub, Slack, npm or NuGet", "oy2", "k7m4q9x2w5t8v3b6n1c0y7s4h9d6j3f8g5a2u1e4z7o0p")]
    [InlineData("a token of GitHub, Slack, npm or NuGet", "xoxb-", "123456789012-abcdefABCDEF")]
    [InlineData("a JSON web token", "eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P")]
    [InlineData("a Login with Amazon token or secret", "Atza", "|IwEBIJ7kQ2mZx9LpW4tVb8NcY1sHd6Jf")]
    [InlineData("a Login with Amazon token or secret", "amzn1.oa2-cs.v1.", "0123456789abcdef0123456789abcdef")]
    [InlineData("a password in an address", "https://", "someone:hunter22@example.org/")]
    [InlineData("an Alexa user, person or device", "amzn1.ask.account.", "AMA2Q7XKLW5ZT3VNB4RJ6YHD7GFCS2UEPOQ3MIX5KLW7ZT4VNB6RJ2YHD3GFCS5UEPOQ7MIX")]
    [InlineData("an Alexa user, person or device", "amzn1.ask.person.", "AMA2Q7XKLW5ZT3VNB4RJ6YHD7GFCS2UEPOQ3MIX5KLW7ZT4VNB6RJ2YHD3GFCS5UEPOQ7MIX")]
    [InlineData("an Alexa user, person or device", "amzn1.ask.device.", "AMA2Q7XKLW5ZT3VNB4RJ6YHD7GFCS2UEPOQ3MIX5KLW7ZT4VNB6RJ2YHD3GFCS5UEPOQ7MIX")]
    [InlineData("the id of an AWS account", "arn:aws:lambda:us-east-1:", "739204518362:function:pet-match-skill")]
    public void A_planted_secret_is_found(string kind, string begin, string rest) =>
        Find("file.txt", $"before\nx {begin}{rest} y\n").ShouldBe([$"file.txt, line 2: {kind}"]);

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY=local")]
    [InlineData("amzn1.ask.account.SECRETUSER")]
    [InlineData("amzn1.ask.account.EXAMPLEAEXAMPLEAEXAMPLEAEXAMPLEAEXAMPLEAEXAMPLEA")]
    [InlineData("http://127.0.0.1:8000/users@home")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:pet-match-skill")]
    public void What_only_looks_like_one_is_not(string text) => Find("file.txt", text).ShouldBeEmpty();

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(below => !Ignored.Contains(Path.GetFileName(below))).SelectMany(Files));

    private static IEnumerable<string> Find(string file, string text) =>
        from kind in Kinds
        from match in kind.Pattern.Matches(text)
        select $"{file}, line {text.AsSpan(0, match.Index).Count('\n') + 1}: {kind.Name}";

    [GeneratedRegex(@"\b(AKIA|ASIA|AROA|AIDA)[A-Z2-7]{16}\b")]
    private static partial Regex AccessKey();

    [GeneratedRegex("""secret_?access_?key\W{1,6}[A-Za-z0-9/+]{40}\b""", RegexOptions.IgnoreCase)]
    private static partial Regex SecretKey();

    [GeneratedRegex("""session_?token\W{1,6}[A-Za-z0-9/+=]{50,}""", RegexOptions.IgnoreCase)]
    private static partial Regex SessionToken();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{30,}|npm_[A-Za-z0-9]{36}|oy2[a-z0-9]{43,}|xox[abprs]-[A-Za-z0-9-]{10,})\b")]
    private static partial Regex ServiceToken();

    [GeneratedRegex(@"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}")]
    private static partial Regex WebToken();

    [GeneratedRegex(@"\b(Atz[ar]\|[\w-]{20,}|amzn1\.oa2-cs\.v1\.[0-9a-f]{32,})")]
    private static partial Regex AmazonToken();

    [GeneratedRegex(@"\bhttps?://[^\s/:@""'<>{}]+:[^\s/:@""'<>{}]+@")]
    private static partial Regex PasswordInAddress();

    [GeneratedRegex(@"amzn1\.ask\.(account|person|device)\.(?!EXAMPLE)[A-Z2-7]{40,}")]
    private static partial Regex AlexaIdentity();

    [GeneratedRegex(@"arn:aws:[a-z0-9-]+:[a-z0-9-]*:(?!(\d)\1{11}|123456789012)\d{12}:")]
    private static partial Regex AccountId();
}
