using System.Text;

namespace SkillFunction.Phrases;

/// <summary>Speaks one language, and not always in the same words. What it gives is plain text.</summary>
internal sealed class Voice(PhraseBook book, Random random)
{
    /// <summary>A sentence, in one of its variants.</summary>
    /// <returns>The sentence.</returns>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var variants = book.Variants(key);
        var sentence = Fill(variants[random.Next(variants.Count)], values);
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
    }

    /// <summary>A breed with its article, such as "an Otterhound".</summary>
    /// <returns>The words.</returns>
    public string Breed(string breed) => Part(Phrase.BreedOf(breed))
        ?? Part("AEIOUaeiou".Contains(breed[0], StringComparison.Ordinal) ? Phrase.BreedBeforeVowel : Phrase.Breed, ("breed", breed))!;

    /// <summary>A breed without its article.</summary>
    /// <returns>The words.</returns>
    public string BreedName(string breed)
    {
        var words = Breed(breed);
        return words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>What a dog shall be like, such as "a large guard dog with high energy".</summary>
    /// <returns>The words.</returns>
    public string Wish(string size, string temperament, string energy, bool isObject = false) => Part(
        isObject ? Phrase.WishAsObject : Phrase.Wish,
        ("size", Value("size", size)),
        ("temperament", Value("temperament", temperament)),
        ("energy", Value("energy", energy)))!;

    /// <summary>A breed and what it is like.</summary>
    /// <returns>The words.</returns>
    public string MatchInShort(string breed, string wish) => Part(Phrase.MatchInShort, ("breed", Breed(breed)), ("wish", wish))!;

    /// <summary>A choice among values, such as "low, medium or high".</summary>
    /// <returns>The words.</returns>
    public string Choice(string slot, IReadOnlyList<string> values)
    {
        var words = values.Select(value => Value(slot, value)).ToList();
        return Part(Phrase.Or, ("others", string.Join(", ", words.SkipLast(1))), ("last", words[^1]))!;
    }

    /// <summary>A value that the language has no word for is told as it is.</summary>
    private string Value(string slot, string value) => Part(Phrase.Value(slot, value)) ?? value;

    private string? Part(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        book.Variants(key) is [var words, ..] ? Fill(words, values) : null;

    /// <summary>In one pass: a value that looks like a placeholder stays what it is.</summary>
    private static string Fill(string phrase, ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = new StringBuilder();
        var rest = phrase.AsSpan();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}');
            text.Append(rest[..open]).Append(Find(values, rest[(open + 1)..close]));
            rest = rest[(close + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static string Find(ReadOnlySpan<(string Name, string Value)> values, ReadOnlySpan<char> name)
    {
        foreach (var (known, value) in values)
        {
            if (name.SequenceEqual(known))
            {
                return value;
            }
        }

        throw new ArgumentException($"A phrase has the placeholder {{{name}}}, which nothing fills.", nameof(values));
    }
}
