using System.Xml.Linq;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class SsmlTests
{
    [Theory]
    [InlineData("  a \r\n\t b  ", "a b")]
    [InlineData("Tom & Jerry's <dog>", "Tom &amp; Jerry's &lt;dog&gt;")]
    [InlineData("\"quoted\"", "\"quoted\"")]
    [InlineData("&apos;", "&amp;apos;")]
    [InlineData("bell\u0007and\u0000null", "bell and null")]
    [InlineData(" ", "")]
    public void Text_is_escaped_once_and_tidied(string text, string expected) => Ssml.Speak(text).ShouldBe($"<speak>{expected}</speak>");

    [Theory]
    [InlineData("a]]>b & <c d='e'> \u001F \uFFFF end")]
    [InlineData("Grüße & 狗 \U0001F436")]
    public void The_document_is_well_formed_and_says_the_text(string text) =>
        XDocument.Parse(Ssml.Speak(text)).Root!.Value.ShouldBe(text.Replace(" \u001F \uFFFF ", " ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Hello <break time='1s'/> world", "<speak>Hello <break time='1s'/> world</speak>")]
    [InlineData(" <speak xml:lang=\"en-US\">Hi &amp; bye</speak> ", "<speak xml:lang=\"en-US\">Hi &amp; bye</speak>")]
    [InlineData("<amazon:effect name=\"whispered\">it's</amazon:effect>", "<speak><amazon:effect name=\"whispered\">it's</amazon:effect></speak>")]
    [InlineData("", "<speak></speak>")]
    public void Written_SSML_is_wrapped_once_and_left_alone(string ssml, string expected) => Ssml.Document(ssml).ShouldBe(expected);

    [Theory]
    [InlineData("<b>secret")]
    [InlineData("secret & co")]
    [InlineData("<speak>secret</speak> more")]
    [InlineData("<!DOCTYPE a [<!ENTITY secret 'b'>]><speak/>")]
    public void Broken_SSML_is_told_at_once_and_not_repeated(string ssml) =>
        Should.Throw<FormatException>(() => Ssml.Document(ssml)).Message.ShouldNotContain("secret");
}
