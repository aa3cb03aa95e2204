using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StreamToFirehoseFunction.Json;

/// <summary>
/// Reads JSON forward over its bytes, as strictly as <see cref="Utf8JsonReader"/> and with less to do: it says where strings stand, passes
/// over what nobody asks for, and compares what is expected next in one step.
/// </summary>
/// <remarks>
/// <para>
/// The grammar is RFC 8259's: no comments, no trailing commas, no leading zeros, no control characters in strings. Any other byte throws a
/// <see cref="JsonException"/> with its offset. After one, the scanner can go on from a <see cref="Position"/> that the caller sets.
/// </para>
/// <para>
/// A value that is passed over may be nested <see cref="MaxDepth"/> levels deep. Names are not checked for duplicates: the caller sees each
/// as it comes. Escapes are checked, but surrogates need no partner (see <see cref="JsonText"/>), and whether text is UTF-8 is left to
/// whoever reads it.
/// </para>
/// </remarks>
internal ref struct JsonScanner(ReadOnlySpan<byte> json)
{
    public const int MaxDepth = 96;

    private readonly ReadOnlySpan<byte> json = json;

    /// <summary>The offset of the next byte to read.</summary>
    public int Position { get; set; }

    /// <summary>Passes over white space; gives the byte after it, which stays to be read, or 0 at the text's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek() => Position < json.Length && json[Position] > ' ' ? json[Position] : PeekAfterWhiteSpace();

    /// <summary>Takes a sign of punctuation if it comes next, after white space or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(byte sign)
    {
        if (Peek() != sign)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Takes bytes if they come next, without white space before or between them.</summary>
    public bool TryTakeExactly(ReadOnlySpan<byte> bytes)
    {
        if (!json[Position..].StartsWith(bytes))
        {
            return false;
        }

        Position += bytes.Length;
        return true;
    }

    /// <summary>Takes a sign of punctuation that has to come next, after white space or not.</summary>
    public void Take(byte sign)
    {
        if (!TryTake(sign))
        {
            throw Unexpected();
        }
    }

    /// <summary>Makes sure that nothing but white space comes any more.</summary>
    public void TakeEnd()
    {
        _ = Peek();
        if (Position < json.Length)
        {
            throw Unexpected();
        }
    }

    /// <summary>Reads a property's name up to its value.</summary>
    public ReadOnlySpan<byte> ReadName()
    {
        var name = Text(ReadString());
        Take((byte)':');
        return name;
    }

    /// <summary>Reads a string.</summary>
    public JsonString ReadString()
    {
        Take((byte)'"');
        return ReadStringTail();
    }

    /// <summary>Reads a string, or passes over any other value.</summary>
    public bool TryReadString(out JsonString value)
    {
        if (Peek() == '"')
        {
            value = ReadString();
            return true;
        }

        value = default;
        SkipValue();
        return false;
    }

    /// <summary>Reads a string whose opening quote is taken.</summary>
    public JsonString ReadStringTail()
    {
        var start = Position;
        var rest = json[start..];
        var length = JsonToken.IndexOfSpecial(rest);
        if ((uint)length < (uint)rest.Length && rest[length] == '"')
        {
            Position = start + length + 1;
            return new JsonString(start, length, IsEscaped: false);
        }

        return ReadEscapedTail(start);
    }

    /// <summary>The text of a string, UTF-8, without escapes.</summary>
    public readonly ReadOnlySpan<byte> Text(JsonString value)
    {
        var text = json.Slice(value.Start, value.Length);
        if (!value.IsEscaped)
        {
            return text;
        }

        var unescaped = new byte[text.Length];
        return unescaped.AsSpan(0, JsonText.Unescape(text, unescaped));
    }

    /// <summary>Passes over a value of any kind.</summary>
    public void SkipValue() => SkipValue(0);

    /// <summary>Reads a string that has escapes, or no proper end.</summary>
    private JsonString ReadEscapedTail(int start)
    {
        while (true)
        {
            var length = JsonToken.IndexOfSpecial(json[Position..]);
            Position = length < 0 ? json.Length : Position + length;
            if (Position == json.Length || json[Position] < ' ')
            {
                throw Unexpected();
            }

            if (json[Position++] == '"')
            {
                return new JsonString(start, Position - 1 - start, IsEscaped: true);
            }

            Take(JsonToken.EscapeLength(json[Position..]));
        }
    }

    private byte PeekAfterWhiteSpace()
    {
        while (Position < json.Length && json[Position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            Position++;
        }

        return Position < json.Length ? json[Position] : (byte)0;
    }

    private void SkipValue(int depth)
    {
        switch (Peek())
        {
            case (byte)'"':
                Position++;
                ReadStringTail();
                break;
            case (byte)'{' when depth < MaxDepth:
                Position++;
                SkipMembers((byte)'}', depth + 1);
                break;
            case (byte)'[' when depth < MaxDepth:
                Position++;
                SkipMembers((byte)']', depth + 1);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                Take(JsonToken.NumberLength(json[Position..]));
                break;
            default:
                if (!TryTakeExactly("true"u8) && !TryTakeExactly("false"u8) && !TryTakeExactly("null"u8))
                {
                    throw Unexpected();
                }

                break;
        }
    }

    private void SkipMembers(byte end, int depth)
    {
        if (TryTake(end))
        {
            return;
        }

        do
        {
            if (end == '}')
            {
                ReadString();
                Take((byte)':');
            }

            SkipValue(depth);
        }
        while (TryTake((byte)','));

        Take(end);
    }

    /// <summary>Takes a token of a length; a negative one is the complement of the offset where it goes wrong.</summary>
    private void Take(int length)
    {
        Position += length < 0 ? ~length : length;
        if (length < 0)
        {
            throw Unexpected();
        }
    }

    private readonly JsonException Unexpected() => new(
        Position < json.Length ? $"JSON has no such byte there: byte {Position}" : $"the JSON ends too early, at byte {Position}");
}
