namespace StreamToFirehoseFunction.Json;

/// <summary>What can be told of an object in an array that is not JSON.</summary>
internal static class BrokenObject
{
    /// <summary>
    /// The length of the object that begins the text, up to the brace that closes it and has the next element or the array's end behind;
    /// null where there is no such brace.
    /// </summary>
    public static int? Length(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}':
                    depth--;
                    break;
                case (byte)'"':
                    i = FindQuote(json, i + 1);
                    break;
                default:
                    break;
            }

            if (depth == 0)
            {
                return i > 0 && EndsElement(json[(i + 1)..]) ? i + 1 : null;
            }
        }

        return null;
    }

    private static int FindQuote(ReadOnlySpan<byte> text, int start)
    {
        var i = start;
        while (i < text.Length && text[i] != '"')
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }

    private static bool EndsElement(ReadOnlySpan<byte> rest) => rest.TrimStart(" \n\r\t"u8) is [(byte)',' or (byte)']', ..];
}
