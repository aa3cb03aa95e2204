using AlexaSkill.Responses;
using SkillFunction.Phrases;

namespace SkillFunction.Tests.Fakes;

/// <summary>What a skill says that chooses among variants.</summary>
internal static class Spoken
{
    /// <summary>Expects that an answer has some variant of an English phrase.</summary>
    public static void ShouldSay(this string ssml, string phrase, params (string Name, string Value)[] values) =>
        ssml.Says(phrase, values).ShouldBeTrue($"{ssml} is no {phrase}.");

    /// <summary>Whether an answer has some variant of an English phrase.</summary>
    public static bool Says(this string ssml, string phrase, params (string Name, string Value)[] values) =>
        Variants(phrase, values).Any(ssml.Contains);

    private static IEnumerable<string> Variants(string phrase, (string Name, string Value)[] values)
    {
        var book = PhraseBook.For("en-US");
        return Enumerable.Range(0, book.Variants(phrase).Count)
            .Select(number => Ssml.Escape(new Voice(book, new Variant(number)).Say(phrase, values)));
    }
}
