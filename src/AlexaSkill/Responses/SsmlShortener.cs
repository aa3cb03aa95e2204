using System.Collections.Immutable;

namespace AlexaSkill.Responses;

/// <summary>Shortens an SSML document and leaves it one: it is cut between words, outside of tags and entities, and closed.</summary>
internal sealed class SsmlShortener
{
    private const string SentenceEnds = ".!?…"; // before a space or a tag
    private const string WideSentenceEnds = "。！？"; // wherever they stand

    private readonly string document;
    private readonly int maxLength;
    private ImmutableStack<string> open = [];
    private int closingLength;
    private Cut sentence;
    private Cut word;
    private Cut character;

    private SsmlShortener(string document, int maxLength) => (this.document, this.maxLength) = (document, maxLength);

    /// <summary>Shortens a document at the end of a sentence, if one ends in the second half of what fits; else after a word.</summary>
    public static string Shorten(string document, int maxLength) =>
        document.Length <= maxLength ? document : new SsmlShortener(document, maxLength).Shorten();

    private string Shorten()
    {
        var position = 0;
        while (position < document.Length && position + closingLength <= maxLength)
        {
            Note(position);
            position = Step(position);
        }

        var cut = sentence.Position >= maxLength / 2 ? sentence : word.Position > 0 ? word : character;
        return cut.Open is null
            ? "<speak></speak>"
            : document[..cut.Position].TrimEnd() + string.Concat(cut.Open.Select(name => $"</{name}>"));
    }

    /// <summary>Notes a position between tags, entities and characters as one where the document may be cut.</summary>
    private void Note(int position)
    {
        if (open.IsEmpty)
        {
            return;
        }

        character = new Cut(position, open);
        var last = document[position - 1];
        var isWordEnd = char.IsWhiteSpace(document[position]) || document[position] == '<';
        word = isWordEnd ? character : word;
        sentence = WideSentenceEnds.Contains(last, StringComparison.Ordinal)
            || (isWordEnd && SentenceEnds.Contains(last, StringComparison.Ordinal))
                ? character
                : sentence;
    }

    /// <summary>Steps over a tag, an entity or a character.</summary>
    private int Step(int position) => document[position] switch
    {
        '<' => StepOverTag(position),
        '&' => After(";", position),
        var unit when char.IsHighSurrogate(unit) => position + 2,
        _ => position + 1,
    };

    private int StepOverTag(int position)
    {
        var rest = document.AsSpan(position);
        if (rest.StartsWith("<!--", StringComparison.Ordinal) || rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            return After(rest[2] == '-' ? "-->" : "]]>", position);
        }

        var end = EndOfTag(position);
        var tag = document.AsSpan(position + 1, end - position - 2);
        if (tag.StartsWith('/'))
        {
            open = open.Pop(out var name);
            closingLength -= name.Length + "</>".Length;
        }
        else if (!tag.EndsWith('/') && tag[0] is not ('?' or '!'))
        {
            var space = tag.IndexOfAny(" \t\r\n");
            open = open.Push((space < 0 ? tag : tag[..space]).ToString());
            closingLength += open.Peek().Length + "</>".Length;
        }

        return end;
    }

    /// <summary>The position after a tag, whose attribute values may hold a greater-than sign.</summary>
    private int EndOfTag(int position)
    {
        char? quote = null;
        while (quote is not null || document[position] != '>')
        {
            var unit = document[position++];
            quote = quote is null ? unit is '"' or '\'' ? unit : null : unit == quote ? null : quote;
        }

        return position + 1;
    }

    private int After(string end, int position) => document.IndexOf(end, position, StringComparison.Ordinal) + end.Length;

    private readonly record struct Cut(int Position, ImmutableStack<string>? Open);
}
