using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace StreamToFirehoseFunction.Tests;

/// <summary>What an object of the quarantine holds.</summary>
/// <param name="Reason">Why the record can't become a line.</param>
/// <param name="Record">The record, as it came.</param>
internal sealed record Quarantined(string Reason, string Record)
{
    /// <summary>Reads an object.</summary>
    /// <param name="request">The body of the request that puts it.</param>
    public static Quarantined Of(byte[] request)
    {
        using var document = JsonDocument.Parse(Unchunked(request), new JsonDocumentOptions { MaxDepth = 200 });
        var record = document.RootElement.GetProperty("record");
        return new Quarantined(
            document.RootElement.GetProperty("reason").GetString()!,
            record.ValueKind == JsonValueKind.String ? record.GetString()! : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(record)));
    }

    /// <summary>Takes the chunks apart that the SDK sends: each is its length in hexadecimal, an extension, a line end, the bytes, a line end.</summary>
    private static byte[] Unchunked(byte[] request)
    {
        if (request[0] == '{')
        {
            return request;
        }

        var content = new MemoryStream();
        for (var rest = request.AsSpan(); !rest.IsEmpty;)
        {
            var head = rest[..rest.IndexOf("\r\n"u8)];
            var digits = head.IndexOf((byte)';') is var end and >= 0 ? head[..end] : head;
            var length = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            content.Write(rest.Slice(head.Length + 2, length));
            rest = length == 0 ? [] : rest[(head.Length + length + 4)..];
        }

        return content.ToArray();
    }
}
