using System.Text;
using System.Text.Json;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>Reads the columns' values from the image of an item; other attributes are passed over.</summary>
internal sealed class ImageReader
{
    private const int NoColumn = -1;

    private static readonly byte[][] Names = [.. Columns.All.Select(column => Encoding.UTF8.GetBytes(column.Name))];
    private static readonly bool[] IsNumeric = [.. Columns.All.Select(column => column.IsNumber)];

    // Images of one table name their attributes in the same order: the column that came at this place last time is tried first.
    private readonly List<int> columnAtPlace = [];

    /// <summary>Reads an image.</summary>
    /// <param name="json">Stands at the image's opening brace; left at its closing one.</param>
    /// <param name="record">Receives the values, and a flaw where one can't become a field.</param>
    public void Read(ref Utf8JsonReader json, StreamRecord record)
    {
        for (var place = 0; json.Read() && json.TokenType == JsonTokenType.PropertyName; place++)
        {
            var column = FindColumn(ref json, place);
            json.Read();
            if (column != NoColumn)
            {
                ReadAttribute(ref json, record, column);
            }

            json.Skip();
        }
    }

    private static void ReadAttribute(ref Utf8JsonReader json, StreamRecord record, int column)
    {
        record.Values[column] = default;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            record.Flaw ??= $"{Columns.All[column].Name} is no DynamoDB attribute";
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var type = ReadType(ref json);
            json.Read();
            if (KindOf(type, json.TokenType, IsNumeric[column]) is { } kind)
            {
                var quote = json.TokenType == JsonTokenType.String ? 1 : 0;
                record.Values[column] = new AttributeSlice((int)json.TokenStartIndex + quote, json.ValueSpan.Length, json.ValueIsEscaped, kind);
            }
            else if (type != AttributeType.Null)
            {
                record.Flaw ??= $"{Columns.All[column].Name} is neither text nor a number";
            }

            json.Skip();
        }
    }

    private static AttributeType ReadType(ref readonly Utf8JsonReader json) =>
        json.ValueTextEquals("S"u8) ? AttributeType.Text
        : json.ValueTextEquals("N"u8) ? AttributeType.Number
        : json.ValueTextEquals("BOOL"u8) ? AttributeType.Boolean
        : json.ValueTextEquals("NULL"u8) ? AttributeType.Null
        : AttributeType.Other;

    private static AttributeKind? KindOf(AttributeType type, JsonTokenType token, bool isNumericColumn) => (type, token) switch
    {
        (AttributeType.Text, JsonTokenType.String) => isNumericColumn ? AttributeKind.Number : AttributeKind.Text,
        (AttributeType.Number, JsonTokenType.String) => AttributeKind.Number,
        (AttributeType.Boolean, JsonTokenType.True or JsonTokenType.False) => isNumericColumn ? AttributeKind.Flag : AttributeKind.Text,
        _ => null,
    };

    private int FindColumn(ref readonly Utf8JsonReader json, int place)
    {
        if (place < columnAtPlace.Count)
        {
            var expected = columnAtPlace[place];
            return expected != NoColumn && json.ValueTextEquals(Names[expected]) ? expected : columnAtPlace[place] = SearchColumn(in json);
        }

        var column = SearchColumn(in json);
        columnAtPlace.Add(column);
        return column;
    }

    private static int SearchColumn(ref readonly Utf8JsonReader json)
    {
        for (var column = 0; column < Names.Length; column++)
        {
            if (json.ValueTextEquals(Names[column]))
            {
                return column;
            }
        }

        return NoColumn;
    }

    private enum AttributeType
    {
        Other,
        Text,
        Number,
        Boolean,
        Null,
    }
}
