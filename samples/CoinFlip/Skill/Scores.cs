using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillHosting;

namespace CoinFlip;

/// <summary>A user's flips, wins, and wins in a row.</summary>
internal sealed record Score(long Flips = 0, long Wins = 0, long Streak = 0)
{
    public Score After(bool isWon) => isWon ? new Score(Flips + 1, Wins + 1, Streak + 1) : new Score(Flips + 1, Wins);
}

/// <summary>Remembers users' scores. A store that fails or is slow is told in one line: the game goes on without it.</summary>
internal sealed partial class Scores(TimeProvider time, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>The score of a request's user; null where the store failed.</summary>
    public async Task<Score?> FindAsync(AttributesManager memory, CancellationToken cancellationToken)
    {
        Score? score = null;
        await TryAsync(async token => score = Read(await memory.GetPersistentAttributesAsync(token)), cancellationToken);
        return score;
    }

    /// <summary>Counts a flip; gives the new score, null where the store failed.</summary>
    public async Task<Score?> CountAsync(AttributesManager memory, bool isWon, CancellationToken cancellationToken)
    {
        Score? score = null;
        await TryAsync(
            token => memory.ChangePersistentAttributesAsync(values => Write(values, score = Read(values).After(isWon)), token), cancellationToken);
        return score;
    }

    /// <summary>Forgets a user.</summary>
    public Task ForgetAsync(AttributesManager memory, CancellationToken cancellationToken) =>
        TryAsync(memory.DeletePersistentAttributesAsync, cancellationToken);

    private static Score Read(JsonObject values) => new(Number(values["flips"]), Number(values["wins"]), Number(values["streak"]));

    private static void Write(JsonObject values, Score score) =>
        (values["flips"], values["wins"], values["streak"]) = (score.Flips, score.Wins, score.Streak);

    private static long Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : 0;

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await Deadline.RunAsync(StoreSettings.Limit, time, work, cancellationToken);
        }
        catch (Exception failure) when (failure is PersistenceException or TimeoutException)
        {
            metrics.Add(Metrics.MemoryFailures);
            LogFailure(logger, failure is PersistenceException { Reason: var reason } ? reason.ToString() : "it took too long");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A score could not be remembered or recalled: {Reason}")]
    private static partial void LogFailure(ILogger logger, string reason);
}
