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
}
