using System.Text;
using System.Text.Json;
using AlexaSkill.Requests;

namespace LocalEmulator.Tests.Conversations;

/// <summary>Answers as the skill does as far as the dialog goes.</summary>
internal static class StubSkill
{
    public static ReadOnlyMemory<byte> Answer(RequestEnvelope request)
    {
        using var document = JsonDocument.Parse(request.ToUtf8Json());
        return Encoding.UTF8.GetBytes(Answer(document.RootElement.GetProperty("request")));
    }

    private static string Answer(JsonElement request) => request.GetProperty("type").GetString() switch
    {
        "LaunchRequest" => Response("\"shouldEndSession\":false"),
        "SessionEndedRequest" => Response(""),
        _ => request.GetProperty("intent").GetProperty("name").GetString() switch
        {
            "PetMatchIntent" when request.GetProperty("dialogState").GetString() == "COMPLETED" => Response("\"shouldEndSession\":true"),
            "PetMatchIntent" => Ask(request.GetProperty("intent").GetProperty("slots")),
            "AMAZON.HelpIntent" or "AMAZON.FallbackIntent" => Response("\"shouldEndSession\":false"),
            _ => Response("\"shouldEndSession\":true"),
        },
    };

    private static string Ask(JsonElement slots)
    {
        foreach (var slot in slots.EnumerateObject())
        {
            if (slot.Value.TryGetProperty("resolutions", out var resolutions))
            {
                var authority = resolutions.GetProperty("resolutionsPerAuthority")[0];
                if (!authority.TryGetProperty("values", out var values) || values.GetArrayLength() > 1)
                {
                    return Directive($$"""{"type":"Dialog.ElicitSlot","slotToElicit":"{{slot.Name}}"}""");
                }

                if (values[0].GetProperty("value").GetProperty("name").GetString() == "mythical creatures")
                {
                    return Response("\"shouldEndSession\":false");
                }
            }
        }

        return Directive("""{"type":"Dialog.Delegate"}""");
    }

    private static string Directive(string directive) => Response($"\"directives\":[{directive}],\"shouldEndSession\":false");

    private static string Response(string body) => $"{{\"version\":\"1.0\",\"sessionAttributes\":{{\"turn\":1}},\"response\":{{{body}}}}}";
}
