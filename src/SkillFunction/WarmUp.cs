using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using SkillFunction.Breeds;
using SkillFunction.Conversation;

namespace SkillFunction;

/// <summary>
/// Does, while the process waits for its first request, what that one would wait for: compiling, opening the connection to DynamoDB.
/// </summary>
internal static class WarmUp
{
    /// <summary>Begins; the warm-up goes on beside the first request and leaves no trace, whatever comes of it.</summary>
    /// <param name="skill">Answers a request without side effect.</param>
    /// <param name="skillId">The skill id that is answered; null = any.</param>
    /// <param name="lookup">Looks a breed up in the table; null where breeds come from elsewhere.</param>
    public static void Begin(Skill skill, string? skillId, BreedLookup? lookup)
    {
        // Nobody waits for these: what goes wrong stays with the task, and the first request meets it and tells it.
        _ = Task.Run(() => skill.AnswerAsync(RequestEnvelope.Read(Encoding.UTF8.GetBytes(Request(skillId)))));
        if (lookup is not null)
        {
            _ = Task.Run(() => lookup("warm-up", CancellationToken.None));
        }
    }

    /// <summary>A request that is read like any other, and answered without side effect.</summary>
    private static string Request(string? skillId) => new JsonObject
    {
        ["context"] = new JsonObject { ["System"] = new JsonObject { ["application"] = new JsonObject { ["applicationId"] = skillId } } },
        ["request"] = new JsonObject
        {
            ["type"] = RequestTypes.CanFulfillIntent,
            ["timestamp"] = "2026-01-01T00:00:00Z",
            ["intent"] = new JsonObject
            {
                ["name"] = PetMatchHandler.IntentName,
                ["slots"] = new JsonObject { [PetMatchSlots.SizeName] = new JsonObject { ["value"] = "tiny" } },
            },
        },
    }.ToJsonString();
}
