using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillHosting;

namespace SkillFunction.Memory;

/// <summary>
/// What the skill remembers of the user of one request. It is read when it is first asked for, and a change is applied to what is stored
/// when it is written: what another device has saved meanwhile stays, and what it has had forgotten stays forgotten. A store that fails or is slow is told in one line and left alone for the rest of the request.
/// </summary>
internal sealed class UserMemory(
    AttributesManager attributes, bool isKept, TimeProvider time, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>How long all uses of the store in one request may take together, retries included.</summary>
    public static readonly TimeSpan Limit = StoreSettings.Limit;

    private TimeSpan left = Limit;
    private bool hasFailed;

    /// <summary>Whether anything outlives the session.</summary>
    public bool IsKept => isKept;

    /// <summary>Recalls what is known.</summary>
    /// <returns>What is known; null where the store failed.</returns>
    public async Task<Profile?> RecallAsync(CancellationToken cancellationToken)
    {
        Profile? profile = null;
        await TryAsync(
            "read",
            async token => profile = Read(await attributes.GetPersistentAttributesAsync(token)),
            cancellationToken);
        return hasFailed ? null : profile;
    }

    /// <summary>Changes what is stored.</summary>
    /// <returns>Whether the store holds the change now; false also where the user was forgotten meanwhile.</returns>
    public Task<bool> ChangeAsync(Func<Profile, Profile> change, CancellationToken cancellationToken) =>
        ChangeAsync(values => change(Read(values)).WriteTo(values), cancellationToken);

    /// <summary>
    /// The random id by which analytics know the user. It lies with what is remembered and nowhere else: who is forgotten has another one.
    /// </summary>
    /// <returns>The id; null where it cannot be kept.</returns>
    public async Task<string?> PseudonymAsync(CancellationToken cancellationToken)
    {
        string? pseudonym = null;
        return isKept && await ChangeAsync(values => pseudonym = Pseudonym.Of(values), cancellationToken) ? pseudonym : null;
    }

    /// <summary>Starts the time to live again of what was read in this request, where that is due.</summary>
    /// <returns>Whether it worked.</returns>
    public Task<bool> RenewAsync(CancellationToken cancellationToken) =>
        TryAsync("saved", attributes.SavePersistentAttributesAsync, cancellationToken);

    /// <summary>Deletes everything that is stored for the user.</summary>
    /// <returns>Whether it is gone.</returns>
    public Task<bool> ForgetAsync(CancellationToken cancellationToken) =>
        TryAsync("deleted", attributes.DeletePersistentAttributesAsync, cancellationToken);

    private async Task<bool> ChangeAsync(Action<JsonObject> change, CancellationToken cancellationToken)
    {
        var isStored = false;
        return await TryAsync("read", token => attributes.GetPersistentAttributesAsync(token), cancellationToken)
            && await TryAsync(
                "saved",
                async token => isStored = await attributes.ChangePersistentAttributesAsync(change, token),
                cancellationToken)
            && isStored;
    }

    private Profile Read(JsonObject values)
    {
        var profile = Profile.Read(values, out var unreadable);
        if (unreadable.Length > 0)
        {
            Log.MemoryIncomplete(logger, string.Join(", ", unreadable));
        }

        return profile;
    }

    private async Task<bool> TryAsync(string what, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (hasFailed)
        {
            return false;
        }

        var begin = time.GetTimestamp();
        try
        {
            await Deadline.RunAsync(left, time, work, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The network's edge: the user gets an answer without memory.
            hasFailed = true;
            metrics.Add(Metrics.MemoryFailures);
            Log.MemoryFailed(logger, what, Describe(failure));
        }

        var spent = time.GetElapsedTime(begin);
        left = spent < left ? left - spent : TimeSpan.Zero;
        return !hasFailed;
    }

    // Only the adapters promise messages that name no user.
    private static string Describe(Exception failure) => failure switch
    {
        PersistenceException told => $"{told.Reason}: {told.Message.ReplaceLineEndings(" ")}{StoreSettings.Hint(told.Option)}",
        OperationCanceledException or TimeoutException =>
            $"{PersistenceFailure.Unavailable}: the store took longer than {Limit.TotalSeconds} s.",
        _ => failure.GetType().Name,
    };
}
