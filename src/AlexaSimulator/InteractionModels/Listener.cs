using AlexaSkill.Requests;

namespace AlexaSimulator.InteractionModels;

/// <summary>
/// Understands what is said by an interaction model, much as Alexa does. The first of these that fits is what is meant:
/// 1. A sample, word for word, with known values in its slots. Where a slot is asked for, its own samples come first.
/// 2. The same without the words that people put in and that mean nothing ("um", "please").
/// 3. Known values of an intent wherever they stand, if no word is left that the intent's samples do not have.
///    One of them has to be telling: a value whose slot alone is a sample of the intent, as in "{tea}".
/// 4. A sample with unknown words in one of its slots, the fewest first. They may not be part of a telling value.
/// 5. Known values as in 3, if most of the words are known.
/// 6. Fallback.
/// Among samples that fit alike, the one with the fewest slots and parts wins: it has the longest phrases.
/// </summary>
internal sealed class Listener
{
    private readonly Language language;
    private readonly SampleTree samples;
    private readonly Dictionary<(string Intent, string Slot), SampleTree> answers;
    private readonly KnownValues[] intents;
    private readonly Lexicon<string> fillers;
    private readonly Lexicon<string> phrases;

    public Listener(
        Language language,
        IReadOnlyList<Sample> samples,
        IReadOnlyDictionary<(string Intent, string Slot), Sample[]> answers,
        IEnumerable<KnownValues> intents)
    {
        (this.language, this.samples) = (language, new SampleTree(samples));
        this.answers = answers.ToDictionary(slot => slot.Key, slot => new SampleTree(slot.Value, areAnswers: true));
        this.intents = [.. intents.Where(intent => intent.CanTell)];
        fillers = new Lexicon<string>(language.Fillers.Select(filler => (filler, filler)));
        phrases = new Lexicon<string>(samples.Where(sample => !sample.Slots.Any()).Select(sample => (sample.Text, sample.Intent)));
    }

    public Understanding Understand(Utterance utterance, (string Intent, string Slot)? asked)
    {
        var open = asked is { } question ? answers.GetValueOrDefault(question) : null;
        var whole = new Chart(utterance, language);
        if (ByWord(whole, open) is { } exact)
        {
            return exact;
        }

        var plain = new Chart(Plain(whole), language);
        return ByWord(plain, open) ?? ByValues(plain.Utterance.Count == 0 ? whole : plain, open, asked) ?? Nothing;
    }

    private static Understanding Nothing => new(IntentNames.Fallback, new Dictionary<string, string>(), int.MaxValue);

    private Understanding? ByWord(Chart chart, SampleTree? open) => open?.Match(chart) ?? samples.Match(chart);

    private Understanding? ByValues(Chart chart, SampleTree? open, (string Intent, string Slot)? asked)
    {
        if (chart.Utterance.Count == 0)
        {
            return null;
        }

        var isQuestion = language.IsQuestion(chart.Utterance);
        var heard = intents.ToDictionary(
            intent => intent.Intent, intent => intent.Hear(chart, asked?.Intent == intent.Intent ? asked.Value.Slot : null));
        var likely = heard.Where(intent => intent.Value.Tells && intent.Value.IsLikely(isQuestion, asked?.Intent == intent.Key))
            .Select(intent => intent.Value.Understanding())
            .MinBy(understanding => understanding.UnknownWords);
        return likely?.UnknownWords == 0 ? likely : WithUnknownWords(chart, isQuestion ? null : open, heard, asked?.Intent) ?? likely;
    }

    private Understanding? WithUnknownWords(Chart chart, SampleTree? open, Dictionary<string, KnownValues.Heard> heard, string? asked)
    {
        return Enumerable.Range(1, SlotKind.LongestUnknownPhrase)
            .Select(unknown => open?.Match(chart, unknown, IsTaken) ?? samples.Match(chart, unknown, IsTaken))
            .FirstOrDefault(match => match is not null);

        bool IsTaken(string intent, int word) =>
            new[] { intent, asked }.Any(name => name is not null && heard.GetValueOrDefault(name)?.IsTold(word) is true);
    }

    /// <summary>The utterance without its fillers; those in a longer phrase stay ("really small").</summary>
    private Utterance Plain(Chart chart)
    {
        var utterance = chart.Utterance;
        var dropped = new HashSet<int>();
        for (var start = 0; start < utterance.Count; start++)
        {
            var filler = Longest(fillers, utterance, start);
            var value = intents.SelectMany(intent => intent.Kinds).SelectMany(kind => chart.Known(kind, start)).DefaultIfEmpty().Max();
            var kept = Math.Max(value, Longest(phrases, utterance, start));
            if (filler >= kept)
            {
                dropped.UnionWith(Enumerable.Range(start, filler));
            }

            start += Math.Max(1, Math.Max(filler, kept)) - 1;
        }

        return utterance.Where(index => !dropped.Contains(index));
    }

    private static int Longest(Lexicon<string> lexicon, Utterance utterance, int start) => Enumerable
        .Range(1, Math.Min(lexicon.LongestPhrase, utterance.Count - start))
        .LastOrDefault(count => lexicon.Knows(utterance.Key(start, count)));
}
