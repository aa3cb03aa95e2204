using System.Buffers.Binary;
using System.Text.Json;

namespace Repository.Tests.Alexa;

public sealed class SkillManifestTests
{
    private static readonly JsonElement Manifest = JsonElement
        .Parse(Checkout.Read("alexa", "skill.json"), new JsonDocumentOptions { AllowDuplicateProperties = false })
        .GetProperty("manifest");

    private static readonly JsonElement Publishing = Manifest.GetProperty("publishingInformation");

    public static TheoryData<string> Locales => [.. InteractionModel.Locales];

    [Fact]
    public void The_manifest_has_the_form_1_0() => Manifest.GetProperty("manifestVersion").GetString().ShouldBe("1.0");

    [Fact]
    public void It_is_published_in_the_locales_that_have_a_model()
    {
        Names(Publishing.GetProperty("locales")).ShouldBe(InteractionModel.Locales, ignoreOrder: true);
        Names(Manifest.GetProperty("privacyAndCompliance").GetProperty("locales")).ShouldBe(InteractionModel.Locales, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_locales_texts_are_there_and_within_the_stores_limits(string locale)
    {
        var texts = Publishing.GetProperty("locales").GetProperty(locale);

        texts.GetProperty("name").GetString()!.Length.ShouldBeInRange(2, 50);
        texts.GetProperty("summary").GetString()!.Length.ShouldBeInRange(1, 160);
        texts.GetProperty("description").GetString()!.Length.ShouldBeInRange(1, 4000);
        texts.GetProperty("keywords").GetArrayLength().ShouldBeInRange(1, 30);
        Manifest.GetProperty("privacyAndCompliance").GetProperty("locales").GetProperty(locale)
            .GetProperty("privacyPolicyUrl").GetString().ShouldStartWith("https://");
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_three_example_phrases_name_the_skill_and_are_understood(string locale)
    {
        var model = InteractionModel.Read(locale);
        var phrases = Strings(Publishing.GetProperty("locales").GetProperty(locale).GetProperty("examplePhrases"));

        phrases.Length.ShouldBe(3);
        phrases.ShouldAllBe(phrase => phrase.StartsWith("Alexa, ", StringComparison.Ordinal));
        phrases[0].ShouldEndWith($" {model.LanguageModel.InvocationName}");
        phrases.Skip(1).Select(phrase => phrase.Split($" {model.LanguageModel.InvocationName} ", 2)).ShouldAllBe(
            parts => parts.Length == 2 && Utterances.Covers(model, model.PetMatch, WithoutTo(parts[1])));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_locales_icons_are_png_files_of_the_package_in_the_stores_sizes(string locale)
    {
        var texts = Publishing.GetProperty("locales").GetProperty(locale);

        PngSize(texts.GetProperty("smallIconUri").GetString()!).ShouldBe((108, 108));
        PngSize(texts.GetProperty("largeIconUri").GetString()!).ShouldBe((512, 512));
    }

    [Fact]
    public void Screens_are_supported_and_whether_a_request_can_be_fulfilled_is_answered()
    {
        var interfaces = Manifest.GetProperty("apis").GetProperty("custom").GetProperty("interfaces").EnumerateArray().ToArray();

        interfaces.Select(face => face.GetProperty("type").GetString()).ShouldBe(["ALEXA_PRESENTATION_APL", "CAN_FULFILL_INTENT_REQUEST"]);
        interfaces[0].GetProperty("supportedViewports").EnumerateArray().ShouldAllBe(viewport =>
            viewport.GetProperty("minWidth").GetInt32() <= viewport.GetProperty("maxWidth").GetInt32()
            && viewport.GetProperty("minHeight").GetInt32() <= viewport.GetProperty("maxHeight").GetInt32());
    }

    [Fact]
    public void The_ask_cli_finds_the_package() => JsonElement.Parse(Checkout.Read("ask-resources.json"))
        .GetProperty("profiles").GetProperty("default").GetProperty("skillMetadata").GetProperty("src").GetString().ShouldBe("./alexa");

    [Fact]
    public void A_custom_skills_requests_and_events_go_to_one_function_that_is_yet_to_be_named()
    {
        var endpoint = Uri(Manifest.GetProperty("apis").GetProperty("custom"));

        endpoint.ShouldMatch("^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:REPLACE-[A-Z-]+$");
        Uri(Manifest.GetProperty("events")).ShouldBe(endpoint);
    }

    [Fact]
    public void The_skill_hears_of_being_disabled() => Manifest.GetProperty("events").GetProperty("subscriptions").EnumerateArray()
        .Select(subscription => subscription.GetProperty("eventName").GetString()).ShouldBe(["SKILL_DISABLED"]);

    [Theory]
    [InlineData("allowsPurchases", false)]
    [InlineData("usesPersonalInfo", true)] // It remembers a first name.
    [InlineData("isChildDirected", false)]
    [InlineData("isExportCompliant", true)]
    [InlineData("containsAds", false)]
    public void Every_question_of_privacy_and_compliance_is_answered(string question, bool answer) =>
        Manifest.GetProperty("privacyAndCompliance").GetProperty(question).GetBoolean().ShouldBe(answer);

    [Fact]
    public void It_is_offered_everywhere_or_in_countries_that_are_named()
    {
        var countries = Strings(Publishing.GetProperty("distributionCountries"));

        Publishing.GetProperty("isAvailableWorldwide").GetBoolean().ShouldBe(countries.Length == 0);
        countries.ShouldAllBe(country => country.Length == 2);
    }

    [Theory]
    [InlineData("category")]
    [InlineData("testingInstructions")]
    public void The_certifiers_are_told(string property) => Publishing.GetProperty(property).GetString().ShouldNotBeNullOrWhiteSpace();

    /// <summary>Alexa takes the "to" between a skill's name and what is asked of it for herself.</summary>
    private static string WithoutTo(string phrase) => phrase.StartsWith("to ", StringComparison.Ordinal) ? phrase[3..] : phrase;

    /// <summary>Width and height, which a PNG file has as its first two numbers.</summary>
    private static (int Width, int Height) PngSize(string uri)
    {
        uri.ShouldStartWith("file://assets/");
        var file = File.ReadAllBytes(Path.Combine([Checkout.Root, "alexa", .. uri["file://".Length..].Split('/')]));
        file[..8].ShouldBe([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        return (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
    }

    private static string Uri(JsonElement api) => api.GetProperty("endpoint").GetProperty("uri").GetString()!;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
