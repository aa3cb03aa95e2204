namespace AlexaSimulator.InteractionModels;

/// <summary>A sample utterance, ready to be compared.</summary>
internal sealed class Sample
{
    public Sample(string intent, string text, IReadOnlyDictionary<string, SlotKind> kinds)
    {
        Intent = intent;
        Text = text;
        Parts = [.. Read(intent, text, kinds)];
    }

    public string Intent { get; }

    /// <summary>The sample as the model has it.</summary>
    public string Text { get; }

    /// <summary>Its words and slots in their order.</summary>
    public IReadOnlyList<Part> Parts { get; }

    public IEnumerable<string> Slots => Parts.Where(part => part.Kind is not null).Select(part => part.Text);

    /// <summary>Whether an utterance begins like the sample, as far as two words or slots.</summary>
    public bool Begins(Chart chart) => Begins(chart, 0, 0);

    /// <summary>How much of the utterance and the sample is in the other, from 0 to 1: words but for their endings, and known values.</summary>
    public double Likeness(Chart chart, Language language)
    {
        var words = Enumerable.Range(0, chart.Utterance.Count).Select(at => language.Stem(chart.Utterance[at])).ToHashSet(StringComparer.Ordinal);
        var common = Parts.Count(part => part.Kind is { } kind
            ? Enumerable.Range(0, chart.Utterance.Count).Any(at => chart.Known(kind, at).Count > 0)
            : words.Contains(language.Stem(part.Text)));
        return 2.0 * common / Math.Max(1, Parts.Count + chart.Utterance.Count);
    }

    private bool Begins(Chart chart, int part, int at) => part == Math.Min(2, Parts.Count) || (at < chart.Utterance.Count
        && (Parts[part].Kind is { } kind
            ? chart.Known(kind, at).Any(length => Begins(chart, part + 1, at + length))
            : Parts[part].Text == chart.Utterance[at] && Begins(chart, part + 1, at + 1)));

    private static IEnumerable<Part> Read(string intent, string text, IReadOnlyDictionary<string, SlotKind> kinds)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            foreach (var word in Word.Of(text[at..(open < 0 ? text.Length : open)]))
            {
                yield return new Part(word.Key, null);
            }

            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                yield break;
            }

            var slot = text[(open + 1)..close];
            yield return new Part(slot, kinds.GetValueOrDefault(slot) ?? throw new SimulatorException(
                $"The sample '{text}' of {intent} has the slot '{slot}', which the intent does not declare."));
            at = close + 1;
        }
    }

    /// <summary>A word, or a slot where there is a kind.</summary>
    internal readonly record struct Part(string Text, SlotKind? Kind)
    {
        /// <summary>What tells parts apart: slots stand in braces.</summary>
        public string Token => Kind is null ? Text : $"{{{Text}}}";
    }
}
