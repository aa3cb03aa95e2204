using System.Security.Cryptography;
using System.Text.Json;
using Analytics;
using LocalEmulator.Commands;
using LocalEmulator.Query;
using LocalEmulator.Web.Watch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalEmulator.Web;

/// <summary>The hits' way, live; and what disturbs it.</summary>
internal static class WatchApi
{
    private const int MaxConversations = 100_000;
    private const int PoisonedLot = 5; // a poisoned item among good ones shows that these go on

    public static void Map(IEndpointRouteBuilder routes, RunningSystem system)
    {
        var streams = new EventStreams(system);
        routes.MapGet("/api/watch", context => Api.WriteAsync(context, system.State, ApiJson.Default.WatchState));
        routes.MapGet("/api/watch/events", streams.ServeAsync);
        routes.MapPost("/api/faults", async context =>
        {
            var wanted = await Api.ReadAsync(context, ApiJson.Default.FaultRequest);
            system.Faults.Switch(wanted.Firehose);
            await Api.WriteAsync(context, system.State, ApiJson.Default.WatchState);
        });
        routes.MapPost("/api/faults/kill", context =>
        {
            system.Faults.Kill();
            return Api.WriteAsync(context, system.State, ApiJson.Default.WatchState);
        });
        routes.MapPost("/api/faults/poison", async context =>
        {
            await PoisonAsync(system, context.RequestAborted);
            await Api.WriteAsync(context, system.State, ApiJson.Default.WatchState);
        });
        routes.MapPost("/api/conversations", async context =>
        {
            var wanted = await Api.ReadAsync(context, ApiJson.Default.ConversationsRequest);
            if (wanted.Count is < 1 or > MaxConversations)
            {
                throw new ApiException($"count is {wanted.Count}; it has to be from 1 to {MaxConversations}.");
            }

            if (!system.Load.TryStart(wanted.Count, wanted.Seed))
            {
                throw new ApiException("Conversations are being held already: wait until they are over.", StatusCodes.Status409Conflict);
            }

            await Api.WriteAsync(
                context, JsonSerializer.SerializeToUtf8Bytes(system.State, ApiJson.Default.WatchState), StatusCodes.Status202Accepted);
        });
        routes.MapPost("/api/drain", async context =>
        {
            await system.Emulator.DrainAsync(context.RequestAborted);
            await Api.WriteAsync(context, system.State, ApiJson.Default.WatchState);
        });
        routes.MapPost("/api/deliver", async context => await Api.WriteAsync(
            context, await DeliverAsync(system, context.RequestAborted), ApiJson.Default.DeliveryAnswer));
    }

    /// <summary>Delivers what waits, and counts by SQL what lies in the folder.</summary>
    private static async Task<DeliveryAnswer> DeliverAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var emulator = system.Emulator;
        await emulator.DrainAsync(cancellationToken);
        var proof = new DeliveryProof(await system.EngineAsync(cancellationToken), emulator);
        var delivery = await proof.ComputeAsync([], cancellationToken);
        return new DeliveryAnswer(
            delivery.Accepted, delivery.Delivered, delivery.Quarantined + delivery.GivenUp, delivery.Lost - delivery.GivenUp, delivery.Duplicates);
    }

    private static async Task PoisonAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        system.Watch.Note(NoteKind.Fault, $"{PoisonedLot} items are written, one of them poisoned: no CSV line can hold it.");
        var hits = await SoakHits.OpenAsync(RandomNumberGenerator.GetInt32(int.MaxValue), poisonShare: double.Epsilon, cancellationToken);
        for (var number = 0; number < PoisonedLot; number++)
        {
            await system.Emulator.DynamoDb.PutItemAsync(Names.HitsTable, hits.Item(number), cancellationToken);
        }
    }
}

/// <summary>What Firehose shall do with every put.</summary>
internal sealed record FaultRequest(FirehoseFault Firehose);

/// <summary>How many conversations to hold; the same seed gives the same ones.</summary>
internal sealed record ConversationsRequest(int Count, int? Seed = null);

/// <summary>
/// What the folder holds: items in the table; those of them in delivered files, set aside, and in neither; and rows beyond the first of a hit.
/// </summary>
internal sealed record DeliveryAnswer(long Accepted, long Delivered, long Quarantined, long Missing, long Duplicates);
