namespace AlexaSimulator.InteractionModels;

/// <summary>Which known phrases stand where in an utterance; found once for each kind of slot.</summary>
internal sealed class Chart(Utterance utterance, Language language)
{
    private readonly Dictionary<SlotKind, int[][]> lengths = [];
    private readonly Dictionary<(int Start, int Count), string> stems = [];

    public Utterance Utterance => utterance;

    /// <summary>The lengths, in words, of the phrases that a kind knows at a place; the longest first.</summary>
    public IReadOnlyList<int> Known(SlotKind kind, int start)
    {
        if (!lengths.TryGetValue(kind, out var all))
        {
            lengths[kind] = all = [.. Enumerable.Range(0, utterance.Count).Select(place => Lengths(kind, place).ToArray())];
        }

        return all[start];
    }

    private IEnumerable<int> Lengths(SlotKind kind, int start)
    {
        if (utterance.IsJoined(start))
        {
            yield break; // the "n't" of "isn't small" is no beginning
        }

        for (var count = Math.Min(kind.LongestKnown, utterance.Count - start); count > 0; count--)
        {
            if (kind.Knows(utterance.Key(start, count), Stems(start, count)))
            {
                yield return count;
            }
        }
    }

    private string Stems(int start, int count)
    {
        if (!stems.TryGetValue((start, count), out var key))
        {
            stems[(start, count)] = key = string.Join(' ', Enumerable.Range(start, count).Select(index => language.Stem(utterance[index])));
        }

        return key;
    }
}
