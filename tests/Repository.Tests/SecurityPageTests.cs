using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>The threat model names the tests that hold its claims: they have to exist.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Checkout.Find("tests"), "*Tests.cs", SearchOption.AllDirectories)
        .GroupBy(path => Path.GetFileNameWithoutExtension(path))
        .ToDictionary(files => files.Key, files => string.Concat(files.Select(File.ReadAllText)));

    public static TheoryData<string> Named => [.. NamedTest().Matches(Checkout.Read("docs", "security.md")).Select(match => match.Value).Distinct()];

    [Theory]
    [MemberData(nameof(Named))]
    public void A_test_that_the_page_names_exists(string name)
    {
        var parts = name.Split('.');

        Sources.ShouldContainKey(parts[0]);
        Sources[parts[0]].ShouldContain(parts.Length == 1 ? $"class {parts[0]}" : $" {parts[1]}(");
    }

    [Fact]
    public void The_page_names_tests() => Named.Count.ShouldBeGreaterThan(20);

    [GeneratedRegex(@"(?<=`)\w+Tests(\.\w+)?(?=`)")]
    private static partial Regex NamedTest();
}
