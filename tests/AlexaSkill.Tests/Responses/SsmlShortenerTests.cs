using System.Xml.Linq;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class SsmlShortenerTests
{
    [Theory]
    [InlineData("<speak>One two three.</speak>", 40, "<speak>One two three.</speak>")]
    [InlineData("<speak>One two. Three four five.</speak>", 30, "<speak>One two.</speak>")]
    [InlineData("<speak>One! Two three four five six</speak>", 39, "<speak>One! Two three four five</speak>")]
    [InlineData("<speak>Tom &amp; Jerry &amp; Spike run</speak>", 40, "<speak>Tom &amp; Jerry &amp;</speak>")]
    [InlineData("<speak>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</speak>", 32, "<speak>aaaaaaaaaaaaaaaaa</speak>")]
    [InlineData("<speak>It is 3.5 km away from here</speak>", 34, "<speak>It is 3.5 km away</speak>")]
    [InlineData("<speak><p><s>One two.</s><s>Three four five six.</s></p></speak>", 48, "<speak><p><s>One two.</s></p></speak>")]
    [InlineData("<speak>Hi <break time='1s'/><emphasis>you there</emphasis></speak>", 60, "<speak>Hi <break time='1s'/><emphasis>you</emphasis></speak>")]
    [InlineData("<speak>犬は好き。猫も好き。鳥も好きです。</speak>", 31, "<speak>犬は好き。猫も好き。</speak>")]
    [InlineData("<speak><sub alias='a > b'>one two three</sub> four</speak>", 52, "<speak><sub alias='a > b'>one two</sub></speak>")]
    [InlineData("<speak><!-- a very long comment > here -->one two three</speak>", 58, "<speak><!-- a very long comment > here -->one two</speak>")]
    public void It_ends_at_a_sentence_or_a_word_and_is_closed(string ssml, int length, string expected) =>
        Ssml.Shorten(ssml, length).ShouldBe(expected);

    [Fact]
    public void It_is_well_formed_and_short_enough_wherever_it_is_cut()
    {
        const string Document =
            "<speak xml:lang=\"en-US\">Tom &amp; <voice name='Ivy'>Jerry's <say-as interpret-as=\"date\">&#49;.&lt;2</say-as> 🐕 dog. "
            + "<prosody rate='slow'><![CDATA[a ]> b < c]]> end?</prosody></voice><audio src='soundbank://x?a=1&amp;b=2'/> 🐈 Last words!</speak>";
        for (var length = 100; length <= Document.Length; length++)
        {
            var ssml = Ssml.Shorten(Document, length);

            ssml.Length.ShouldBeLessThanOrEqualTo(length);
            XDocument.Parse(ssml).Root!.Name.LocalName.ShouldBe("speak");
        }
    }

    [Fact]
    public void A_document_that_is_all_tag_says_nothing() =>
        Ssml.Shorten($"<speak a=\"{new string('x', 90)}\">Hi</speak>", 32).ShouldBe("<speak></speak>");
}
