using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using SkillFunction.Breeds;
using SkillFunction.Conversation;

namespace SkillFunction;

/// <summary>
/// Does what the first request would wait for, while Lambda still gives a starting function all of a processor: compiling, and opening the
/// connection to DynamoDB.
/// </summary>
internal static class WarmUp
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Warms the function up; leaves no trace, whatever comes of it.</summary>
    /// <param name="skill">Answers a request without side effect.</param>
    /// <param name="skillId">The skill id that is answered; null = any.</param>
    /// <param name="lookup">Looks a breed up in the table; null where breeds come from elsewhere.</param>
    /// <returns>A task that completes after two seconds at most, and never fails: the first request meets what is wrong, and tells it.</returns>
    public static async Task RunAsync(Skill skill, string? skillId, BreedLookup? lookup)
    {
        using var over = new CancellationTokenSource(Limit);
        var answer = Task.Run(() => skill.AnswerAsync(RequestEnvelope.Read(Encoding.UTF8.GetBytes(Request(skillId)))));
        var read = lookup is null ? Task.CompletedTask : Task.Run(() => lookup("warm-up", over.Token));
        await Task.WhenAll(answer, read).WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
