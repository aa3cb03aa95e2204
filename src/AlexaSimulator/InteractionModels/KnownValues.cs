namespace AlexaSimulator.InteractionModels;

/// <summary>
/// Hears the known values of one intent's slots in any order; <see cref="Listener"/> says where this belongs.
/// The longest phrases are taken first, then those further left, each slot once. A phrase of several slots goes to the one that is asked
/// for, then to the one that stands beside the same words in samples, then to the first in the model. A slot that is not telling, such as
/// an article, needs such a neighbour.
/// </summary>
internal sealed class KnownValues
{
    private const string Edge = ""; // before the first word and after the last one

    private readonly IntentModel intent;
    private readonly IReadOnlyDictionary<string, SlotKind> kinds;
    private readonly HashSet<string> telling;
    private readonly HashSet<string> words;
    private readonly HashSet<(string Left, string Right)> neighbours = [];
    private readonly Sample[] samples;
    private readonly Language language;

    public KnownValues(
        IntentModel intent,
        IReadOnlyDictionary<string, SlotKind> kinds,
        IEnumerable<Sample> samples,
        IEnumerable<Sample> answers,
        Language language)
    {
        (this.intent, this.kinds, this.samples, this.language) = (intent, kinds, [.. samples], language);
        Sample[] all = [.. this.samples, .. answers];
        telling = [.. this.samples.Where(sample => sample.Parts is [{ Kind: not null }]).SelectMany(sample => sample.Slots)];
        words = [.. all.SelectMany(sample => sample.Parts).Where(part => part.Kind is null).Select(part => part.Text)];
        foreach (var sample in all)
        {
            string[] tokens = [Edge, .. sample.Parts.Select(part => part.Token), Edge];
            neighbours.UnionWith(tokens.Zip(tokens.Skip(1)));
        }
    }

    public string Intent => intent.Name;

    /// <summary>How its slots are heard.</summary>
    public IEnumerable<SlotKind> Kinds => kinds.Values;

    /// <summary>Whether some slot's value alone means the intent; only then can values be heard without a sample.</summary>
    public bool CanTell => telling.Count > 0;

    public Heard Hear(Chart chart, string? asked)
    {
        var found = Found(chart).ToList();
        var (starts, ends) = (found.ToLookup(value => value.Start), found.ToLookup(value => value.End));
        var values = new List<Value>();
        foreach (var (value, support) in found
            .Select(value => (Value: value, Support: Support(chart.Utterance, value, ends[value.Start], starts[value.End])))
            .OrderByDescending(found => found.Value.Count)
            .ThenBy(found => found.Value.Start)
            .ThenByDescending(found => found.Value.Slot == asked)
            .ThenByDescending(found => found.Support)
            .ThenBy(found => found.Value.Order))
        {
            var isFree = values.All(other => other.Slot != value.Slot && (other.End <= value.Start || value.End <= other.Start));
            if (isFree && (telling.Contains(value.Slot) || support > 0))
            {
                values.Add(value);
            }
        }

        return new Heard(this, chart, values, [.. found.Where(value => telling.Contains(value.Slot))]);
    }

    private IEnumerable<Value> Found(Chart chart)
    {
        for (var start = 0; start < chart.Utterance.Count; start++)
        {
            foreach (var (order, slot) in IsDenied(chart.Utterance, start) ? [] : intent.AllSlots.Index())
            {
                foreach (var count in chart.Known(kinds[slot.Name], start))
                {
                    yield return new Value(slot.Name, kinds[slot.Name], order, start, count);
                }
            }
        }
    }

    /// <summary>"Not green" is no color.</summary>
    private bool IsDenied(Utterance utterance, int start) => start > 0 && language.Negations.Contains(utterance[start - 1]);

    /// <summary>On how many sides a value stands beside what its slot stands beside in a sample.</summary>
    private int Support(Utterance utterance, Value value, IEnumerable<Value> before, IEnumerable<Value> after)
    {
        var name = $"{{{value.Slot}}}";
        var left = value.Start == 0 ? [Edge] : Tokens(utterance[value.Start - 1], before);
        var right = value.End == utterance.Count ? [Edge] : Tokens(utterance[value.End], after);
        return Convert.ToInt32(left.Any(token => neighbours.Contains((token, name))))
            + Convert.ToInt32(right.Any(token => neighbours.Contains((name, token))));
    }

    private static IEnumerable<string> Tokens(string word, IEnumerable<Value> values) =>
        values.Select(value => $"{{{value.Slot}}}").Prepend(word);

    internal readonly record struct Value(string Slot, SlotKind Kind, int Order, int Start, int Count)
    {
        public int End => Start + Count;

        public bool Covers(int index) => Start <= index && index < End;
    }

    /// <summary>What was heard in an utterance.</summary>
    internal sealed class Heard(KnownValues known, Chart chart, List<Value> values, Value[] told)
    {
        private readonly Utterance utterance = chart.Utterance;

        /// <summary>Whether a value was heard that means the intent.</summary>
        public bool Tells => values.Any(value => known.telling.Contains(value.Slot));

        /// <summary>How many words are neither part of a value nor in any sample of the intent.</summary>
        public int UnknownWords => Enumerable.Range(0, utterance.Count).Count(index => !Knows(index));

        /// <summary>Whether most words are known, and it begins with such a word, a question like one of the intent's samples.</summary>
        public bool IsLikely(bool isQuestion, bool isAsked) => 2 * UnknownWords < utterance.Count
            && (isQuestion ? known.samples.Any(sample => sample.Begins(chart)) : isAsked || Knows(0));

        public Understanding Understanding() => new(
            known.Intent,
            values.ToDictionary(value => value.Slot, value => value.Kind.Written(utterance.Said(value.Start, value.Count))),
            UnknownWords);

        /// <summary>Whether a word belongs to a telling value, taken or not: then it is no unknown word of another slot.</summary>
        public bool IsTold(int index) => told.Any(value => value.Covers(index));

        private bool Knows(int index) => known.words.Contains(utterance[index]) || values.Any(value => value.Covers(index));
    }
}
