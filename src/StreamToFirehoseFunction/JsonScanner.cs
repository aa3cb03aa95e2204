using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace StreamToFirehoseFunction;

/// <summary>
/// Reads JSON forward over its bytes, by RFC 8259 and as strictly as <see cref="Utf8JsonReader"/>, but with less to do: it hands out where
/// strings stand, passes over what nobody asked for, and compares a name with what follows it in one step. Every method that finds
/// something else than JSON has there throws a <see cref="JsonException"/>.
/// </summary>
/// <param name="json">The text, UTF-8.</param>
internal ref struct JsonScanner(ReadOnlySpan<byte> json)
{
    /// <summary>How deep a value may be nested; DynamoDB's 32 levels are 64 of JSON in an event's own six.</summary>
    public const int MaxDepth = 96;

    private readonly ReadOnlySpan<byte> json = json;

    /// <summary>The offset of the next byte to read.</summary>
    public int Position { get; set; }

    /// <summary>Passes over white space.</summary>
    /// <returns>The byte after it, which stays to be read; 0 at the text's end.</returns>
    public byte Peek()
    {
        while (Position < json.Length)
        {
            var next = json[Position];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return next;
            }

            Position++;
        }

        return 0;
    }

    /// <summary>Takes a sign of punctuation if it comes next.</summary>
    /// <param name="sign">The sign.</param>
    /// <returns>Whether it came next.</returns>
    public bool TryTake(byte sign)
    {
        if (Peek() != sign)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Takes a sign of punctuation that has to come next.</summary>
    /// <param name="sign">The sign.</param>
    public void Take(byte sign)
    {
        if (!TryTake(sign))
        {
            throw Unexpected();
        }
    }

    /// <summary>Takes bytes if they come next, exactly as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Whether they came next.</returns>
    public bool TryTake(ReadOnlySpan<byte> bytes)
    {
        if (!json[Position..].StartsWith(bytes))
        {
            return false;
        }

        Position += bytes.Length;
        return true;
    }

    /// <summary>Reads the next property's name up to its value, or the end of the object.</summary>
    /// <param name="isFirst">Whether none was read of this object, whose opening brace is taken; false from then on.</param>
    /// <param name="name">Receives the name.</param>
    /// <returns>False at the object's end.</returns>
    public bool TryReadName(ref bool isFirst, out ReadOnlySpan<byte> name)
    {
        var hasName = isFirst ? Peek() != '}' : TryTake((byte)',');
        name = hasName ? ReadName() : default;
        isFirst = false;
        if (!hasName)
        {
            Take((byte)'}');
        }

        return hasName;
    }

    /// <summary>Reads a property's name up to its value.</summary>
    /// <returns>The name.</returns>
    public ReadOnlySpan<byte> ReadName()
    {
        var name = Text(ReadString());
        Take((byte)':');
        return name;
    }

    /// <summary>The text of a string.</summary>
    /// <param name="value">Where the string stands.</param>
    /// <returns>The text, UTF-8, without escapes.</returns>
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

    /// <summary>Reads a string.</summary>
    /// <returns>Where it stands.</returns>
    public JsonString ReadString()
    {
        Take((byte)'"');
        return ReadStringTail();
    }

    /// <summary>Reads a string, or passes over any other value.</summary>
    /// <param name="value">Receives where the string stands.</param>
    /// <returns>Whether it was a string.</returns>
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
    /// <returns>Where it stands.</returns>
    public JsonString ReadStringTail()
    {
        var start = Position;
        var isEscaped = false;
        while (true)
        {
            Position = FindSpecial(Position);
            if (Position == json.Length || json[Position] < ' ')
            {
                throw Unexpected();
            }

            if (json[Position++] == '"')
            {
                return new JsonString(start, Position - 1 - start, isEscaped);
            }

            isEscaped = true;
            SkipEscape();
        }
    }

    /// <summary>Passes over a value of any kind.</summary>
    public void SkipValue() => SkipValue(0);

    /// <summary>Makes sure that nothing comes any more.</summary>
    public void TakeEnd()
    {
        _ = Peek();
        if (Position < json.Length)
        {
            throw Unexpected();
        }
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
                SkipNumber();
                break;
            default:
                if (!TryTake("true"u8) && !TryTake("false"u8) && !TryTake("null"u8))
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

    private void SkipNumber()
    {
        _ = TryTake("-"u8);
        if (!TryTake("0"u8))
        {
            SkipDigits();
        }

        if (TryTake("."u8))
        {
            SkipDigits();
        }

        if (TryTake("e"u8) || TryTake("E"u8))
        {
            _ = TryTake("+"u8) || TryTake("-"u8);
            SkipDigits();
        }
    }

    private void SkipDigits()
    {
        var start = Position;
        while (Position < json.Length && char.IsAsciiDigit((char)json[Position]))
        {
            Position++;
        }

        if (Position == start)
        {
            throw Unexpected();
        }
    }

    private void SkipEscape()
    {
        var kind = Position < json.Length ? json[Position] : default;
        if (!"\"\\/bfnrtu"u8.Contains(kind) || (kind == 'u' && !IsHex(Position + 1)))
        {
            throw Unexpected();
        }

        Position += kind == 'u' ? 5 : 1;
    }

    private readonly bool IsHex(int start)
    {
        const int Digits = 4;
        var isHex = json.Length - start >= Digits;
        for (var i = start; isHex && i < start + Digits; i++)
        {
            isHex = char.IsAsciiHexDigit((char)json[i]);
        }

        return isHex;
    }

    /// <summary>Finds the next quote, backslash or control character; the text's end where there is none.</summary>
    private readonly int FindSpecial(int start)
    {
        var position = start;
        for (; json.Length - position >= Vector256<byte>.Count; position += Vector256<byte>.Count)
        {
            var bytes = Vector256.Create(json.Slice(position, Vector256<byte>.Count));
            var special = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(bytes, Vector256.Create((byte)' '));
            if (special != Vector256<byte>.Zero)
            {
                return position + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
            }
        }

        while (position < json.Length && json[position] >= ' ' && json[position] is not ((byte)'"' or (byte)'\\'))
        {
            position++;
        }

        return position;
    }

    private readonly JsonException Unexpected() => new(
        Position < json.Length ? $"JSON has no such byte there: byte {Position}" : $"the JSON ends too early, at byte {Position}");
}

/// <summary>A string where it stands in JSON.</summary>
/// <param name="Start">The offset of the first byte after the opening quote.</param>
/// <param name="Length">The length in bytes, without quotes.</param>
/// <param name="IsEscaped">Whether the bytes hold JSON escapes.</param>
internal readonly record struct JsonString(int Start, int Length, bool IsEscaped);
