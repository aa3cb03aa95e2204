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
    public static Quarantined Of(byte[] request)
    {
        using var document = JsonDocument.Parse(request, new JsonDocumentOptions { MaxDepth = 200 });
        var record = document.RootElement.GetProperty("record");
        return new Quarantined(
            document.RootElement.GetProperty("reason").GetString()!,
            record.ValueKind == JsonValueKind.String ? record.GetString()! : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(record)));
    }
}
