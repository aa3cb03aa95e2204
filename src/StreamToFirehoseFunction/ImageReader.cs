using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction;

/// <summary>Reads the columns' values from the image of an item; other attributes are passed over.</summary>
internal sealed class ImageReader(LineLayout layout)
{
    private const int NoColumn = -1;

    // Images of one table name their attributes in the same order: what followed a column the last time (the image's start has the
    // last place) is tried first.
    private readonly int[] followers = InOrder(layout.Columns.Length);

    /// <summary>Reads an image from its opening brace to its closing one: its values, and a flaw where one can't become a field.</summary>
    public void Read(ref JsonScanner json, StreamRecord record)
    {
        json.Take((byte)'{');
        if (json.TryTake((byte)'}'))
        {
            return;
        }

        var previous = layout.Columns.Length;
        do
        {
            var expected = followers[previous];
            var column = TryReadExpected(ref json, record, expected) ? expected : ReadAny(ref json, record);
            if (column != NoColumn)
            {
                followers[previous] = column;
                previous = column;
            }
        }
        while (json.TryTake((byte)','));

        json.Take((byte)'}');
    }

    private bool TryReadExpected(ref JsonScanner json, StreamRecord record, int column)
    {
        var start = json.Position;
        if (!json.TryTakeExactly(layout.Heads[column]))
        {
            return false;
        }

        var text = json.ReadStringTail();
        if (!json.TryTakeExactly("}"u8))
        {
            json.Position = start;
            return false;
        }

        record.Values[column] = new AttributeSlice(text, layout.IsNumeric[column] ? AttributeKind.Number : AttributeKind.Text);
        return true;
    }

    private int ReadAny(ref JsonScanner json, StreamRecord record)
    {
        var name = json.ReadName();
        var names = layout.Names;
        var column = names.Length - 1;
        while (column != NoColumn && !name.SequenceEqual(names[column]))
        {
            column--;
        }

        if (column == NoColumn)
        {
            json.SkipValue();
        }
        else
        {
            ReadAttribute(ref json, record, column);
        }

        return column;
    }

    private void ReadAttribute(ref JsonScanner json, StreamRecord record, int column)
    {
        record.Values[column] = default;
        if (json.Peek() != '{')
        {
            record.Flaw ??= $"{layout.Columns[column].Name} is no DynamoDB attribute";
            json.SkipValue();
            return;
        }

        for (var reader = default(ObjectReader); reader.TryReadName(ref json, out var type);)
        {
            if (TryReadValue(ref json, type, layout.IsNumeric[column]) is { } value)
            {
                record.Values[column] = value;
                continue;
            }

            if (!type.SequenceEqual("NULL"u8))
            {
                record.Flaw ??= $"{layout.Columns[column].Name} is neither text nor a number";
            }

            json.SkipValue();
        }
    }

    private static int[] InOrder(int columns)
    {
        var followers = new int[columns + 1];
        for (var column = 0; column < columns - 1; column++)
        {
            followers[column] = column + 1;
        }

        return followers;
    }

    private static AttributeSlice? TryReadValue(ref JsonScanner json, scoped ReadOnlySpan<byte> type, bool isNumericColumn)
    {
        var first = json.Peek();
        var isText = type.SequenceEqual("S"u8);
        if (first == '"' && (isText || type.SequenceEqual("N"u8)))
        {
            return new AttributeSlice(json.ReadString(), isText && !isNumericColumn ? AttributeKind.Text : AttributeKind.Number);
        }

        if (first is (byte)'t' or (byte)'f' && type.SequenceEqual("BOOL"u8))
        {
            var start = json.Position;
            json.SkipValue();
            return new AttributeSlice(
                new JsonString(start, json.Position - start, IsEscaped: false), isNumericColumn ? AttributeKind.Flag : AttributeKind.Text);
        }

        return null;
    }
}
