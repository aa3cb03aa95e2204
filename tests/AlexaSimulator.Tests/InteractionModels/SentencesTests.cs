namespace AlexaSimulator.Tests.InteractionModels;

/// <summary>How much of what people say is heard as a person would hear it.</summary>
public sealed class SentencesTests(ITestOutputHelper output)
{
    private const int Enough = 95; // percent

    private const int EnoughOfUnseen = 85; // percent; nothing is tuned on these

    [Theory]
    [InlineData("en-US", "en", Enough)]
    [InlineData("en-GB", "en", Enough)]
    [InlineData("de-DE", "de", Enough)]
    [InlineData("en-US", "en-unseen", EnoughOfUnseen)]
    [InlineData("de-DE", "de-unseen", EnoughOfUnseen)]
    public void Everyday_sentences_are_heard_as_a_person_hears_them(string locale, string file, int enough)
    {
        var sentences = SpokenSentence.Read(file);
        var model = Models.Of(locale);

        var misheard = sentences.Select(sentence => sentence.Misheard(model)).OfType<string>().ToList();

        var right = sentences.Count - misheard.Count;
        var report = $"{file}: {right} of {sentences.Count} are right. Misheard:{string.Concat(misheard.Select(line => $"\n  {line}"))}";
        output.WriteLine(report);
        (100 * right).ShouldBeGreaterThanOrEqualTo(enough * sentences.Count, report);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void There_are_two_hundred_sentences_a_language(string file)
    {
        var sentences = SpokenSentence.Read(file);

        sentences.Count.ShouldBeGreaterThanOrEqualTo(200);
        sentences.Select(sentence => (sentence.Asked, sentence.Text)).ShouldBeUnique();
    }
}
