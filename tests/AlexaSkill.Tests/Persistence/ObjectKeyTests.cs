using System.Text.Json.Nodes;
using AlexaSkill.S3;
using FsCheck;
using FsCheck.Fluent;

namespace AlexaSkill.Tests.Persistence;

public sealed class ObjectKeyTests(DynaliteFixture dynalite, LocalS3 localS3)
{
    [Theory]
    [InlineData("", "user", "user")]
    [InlineData("skill", "user", "skill/user")]
    [InlineData("skill/", "user", "skill/user")]
    [InlineData("a//b/", "/user", "a/b/user")]
    public void Prefix_and_key_are_joined_by_one_slash(string prefix, string key, string expected) =>
        ObjectKey.Join(prefix, key).ShouldBe(expected);

    [Fact]
    public async Task Keys_are_joined_as_the_ask_sdk_joins_them()
    {
        var path = Gen.Elements("/", "//", ".", "..", "a", "bc", "/.", "/..", " ").ListOf().Select(string.Concat);
        var pairs = path.Zip(path).Sample(500, new Rnd(4711), 6).ToArray();
        await using var askSdk = new AskSdk(dynalite, localS3);

        var joined = await askSdk.RunAsync(new JsonObject
        {
            ["action"] = "join",
            ["paths"] = new JsonArray([.. pairs.Select(pair => new JsonArray(pair.Item1, pair.Item2))]),
        });

        pairs.Select(pair => ObjectKey.Join(pair.Item1, pair.Item2)).ShouldBe(joined!.AsArray().Select(key => (string)key!));
    }
}
