using AlexaSimulator.Sessions;
using Analytics;
using LocalEmulator.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace LocalEmulator.Web;

/// <summary>What runs, and where other clients find it.</summary>
internal static class SystemApi
{
    public static void Map(IEndpointRouteBuilder routes, RunningSystem system, string instance)
    {
        var emulator = system.Emulator;
        var state = new SystemState(
            instance,
            emulator.DataDirectory,
            PetMatchTalk.Models.Locales,
            AlexaOptions.SimulatedSkillId,
            [.. Columns.All.Select(column => column.Name)],
            new Endpoints(emulator.DynamoDbAddress, emulator.S3Address, emulator.FirehoseAddress));
        routes.MapGet("/api/health", context => Api.WriteAsync(context, state, ApiJson.Default.SystemState));
    }
}

/// <summary>A system that is up; its instance tells it from others.</summary>
internal sealed record SystemState(string Instance, string Data, IReadOnlyList<string> Locales, string SkillId, IReadOnlyList<string> Columns, Endpoints Endpoints);

/// <summary>The emulated services' endpoints, for any client.</summary>
internal sealed record Endpoints(string DynamoDb, string S3, string Firehose);
