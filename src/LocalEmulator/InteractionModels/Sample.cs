namespace LocalEmulator.InteractionModels;

/// <summary>A sample utterance, ready to be compared.</summary>
internal sealed class Sample
{
    private readonly string intent;
    private readonly Part[] parts;

    /// <summary>Prepares a sample.</summary>
    /// <param name="intent">The intent that it means.</param>
    /// <param name="text">The sample, with slots as {name}.</param>
    /// <param name="kinds">How the intent's slots are heard.</param>
    /// <param name="answers">Whether it answers a question for a slot: then no other word need vouch for one that is not known.</param>
    /// <exception cref="EmulatorException">A slot is not the intent's.</exception>
    public Sample(string intent, string text, IReadOnlyDictionary<string, SlotKind> kinds, bool answers = false)
    {
        this.intent = intent;
        Text = text;
        IsAnswer = answers;
        parts = [.. Parts(intent, text, kinds)];
    }

    /// <summary>The sample as the model has it.</summary>
    public string Text { get; }

    /// <summary>The names of its slots.</summary>
    public IEnumerable<string> Slots => parts.Where(part => part.Kind is not null).Select(part => part.Text);

    /// <summary>How many parts it has: words and slots.</summary>
    public int Length => parts.Length;

    private bool IsAnswer { get; }

    /// <summary>Fits an utterance to the sample.</summary>
    /// <param name="utterance">The utterance.</param>
    /// <param name="unknown">How many of its words stand in a slot that does not know them; all of them in one slot.</param>
    /// <returns>What it means; null where it does not fit.</returns>
    public Understanding? Fit(Utterance utterance, int unknown)
    {
        if (utterance.Count < parts.Length || !IsWord(parts[^1], utterance[utterance.Count - 1]))
        {
            return null;
        }

        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        return Fits(utterance, 0, 0, unknown, unknown, slots) ? new Understanding(intent, slots, unknown) : null;
    }

    private static bool IsWord(Part part, string key) => part.Kind is not null || part.Text == key;

    private bool Fits(Utterance utterance, int part, int at, int unknown, int open, Dictionary<string, string> slots)
    {
        if (part == parts.Length)
        {
            return at == utterance.Count && open == 0;
        }

        var longest = utterance.Count - at - (parts.Length - part - 1);
        if (longest < 1)
        {
            return false;
        }

        if (parts[part].Kind is not { } kind)
        {
            return IsWord(parts[part], utterance[at]) && Fits(utterance, part + 1, at + 1, unknown, open, slots);
        }

        for (var count = Math.Min(longest, kind.LongestKnown); count > 0; count--)
        {
            if (kind.Knows(utterance.Key(at, count)) && Fits(utterance, part + 1, at + count, unknown, open, slots))
            {
                slots[parts[part].Text] = kind.Written(utterance.Said(at, count));
                return true;
            }
        }

        if (open > 0
            && open <= longest
            && Takes(kind, utterance.Count, unknown)
            && !kind.Knows(utterance.Key(at, open))
            && Fits(utterance, part + 1, at + open, unknown, 0, slots))
        {
            slots[parts[part].Text] = kind.Written(utterance.Said(at, open));
            return true;
        }

        return false;
    }

    /// <summary>A phrase that is not known counts if the slot was asked for, or if as many words around it are known.</summary>
    private bool Takes(SlotKind kind, int words, int unknown) =>
        unknown <= kind.LongestUnknown && (IsAnswer || (kind.IsCustom ? words >= 2 * unknown : words > unknown));

    private static IEnumerable<Part> Parts(string intent, string text, IReadOnlyDictionary<string, SlotKind> kinds)
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
            yield return new Part(slot, kinds.GetValueOrDefault(slot) ?? throw new EmulatorException(
                $"The sample '{text}' of {intent} has the slot '{slot}', which the intent does not declare."));
            at = close + 1;
        }
    }

    /// <summary>A word, or a slot where there is a kind.</summary>
    private readonly record struct Part(string Text, SlotKind? Kind);
}
