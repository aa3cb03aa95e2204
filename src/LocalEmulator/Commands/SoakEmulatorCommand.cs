using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LocalEmulator.Services;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Commands;

/// <summary>
/// The command <c>soak-emulator</c>, which only <c>soak</c> gives: the emulator in a process of its own, to be killed. It says on standard
/// output what <see cref="SoakEmulator"/> reads, takes orders on standard input, and ends with it.
/// </summary>
internal static class SoakEmulatorCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "soak-emulator";

    /// <summary>Says that the emulator runs; the addresses of DynamoDB and of the skill follow.</summary>
    public const string Ready = "ready";

    /// <summary>Says that a fault is about to occur; its name follows.</summary>
    public const string Fault = "fault";

    /// <summary>Says how many records the forwarder has delivered; their number follows.</summary>
    public const string Forwarded = "forwarded";

    /// <summary>Orders to deliver what is in the stream.</summary>
    public const string Drain = "drain";

    /// <summary>Says that everything that was in the stream is in the bucket.</summary>
    public const string Drained = "drained";

    /// <summary>Orders that S3 ends.</summary>
    public const string EndS3 = "end-s3";

    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Small buffers, so that many objects are written while faults occur.
    private static readonly BufferSettings Buffering = new(1 << 20, TimeSpan.FromSeconds(5));

    // Small batches meet many faults, the largest have several Firehose records, which may fail in part.
    private static readonly int[] BatchSizes = [100, 10_000, 1_000];

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var data = DataOption.Create();
        var seed = SeedOption.Create();
        var faults = SoakCommand.FaultsOption();
        var life = new Option<int>("--life");
        var due = new Option<SoakFault[]>("--due") { AllowMultipleArgumentsPerToken = true, CustomParser = ReadDue };
        var command = new Command(Name, "The emulator of a soak.") { data, seed, faults, life, due };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) =>
        {
            var firehose = new SoakFirehose(
                parsed.GetValue(faults)!,
                (int)parsed.GetRequiredValue(seed)!,
                parsed.GetValue(life),
                parsed.GetValue(due) ?? [],
                fault => Say(Fault, SoakFaults.NameOf(fault)));
            var batchSize = BatchSizes[parsed.GetValue(life) % BatchSizes.Length];
            return ExecuteAsync(DataOption.Resolve(parsed.GetValue(data)), batchSize, firehose, cancellationToken);
        });
        return command;
    }

    private static SoakFault[] ReadDue(ArgumentResult result) =>
        [.. result.Tokens.Select(token => SoakFaults.TryFind(token.Value, out var fault) ? fault : default)];

    private static async Task<int> ExecuteAsync(
        string dataDirectory, int batchSize, SoakFirehose firehose, CancellationToken cancellationToken)
    {
        var options = new EmulatorOptions(
            dataDirectory,
            SkillProcesses: 2,
            Mapping: MappingSettings.Default with { BatchSize = batchSize, Window = Window },
            Buffering: Buffering,
            FirehoseFault: firehose.HandleAsync);
        await using var emulator = await Emulator.StartAsync(options, cancellationToken);
        firehose.Open(emulator.KillForwarder);
        using var failure = new FailureSignal();
        await using var skill = await LoopbackServer.StartAsync(call => AnswerAsync(call, emulator), failure, cancellationToken);
        Say(Ready, emulator.DynamoDb.Config.ServiceURL, skill.Address);
        await using var reports = new Timer(
            _ => Say(Forwarded, emulator.Counters.Forwarded.ToString(CultureInfo.InvariantCulture)), null, ReportInterval, ReportInterval);
        await emulator.GuardAsync(token => ObeyAsync(emulator, token), cancellationToken);
        return CommandLine.Succeeded;
    }

    /// <summary>Has the skill answer a request.</summary>
    private static async Task AnswerAsync(HttpContext call, Emulator emulator)
    {
        var request = await LoopbackServer.ReadBodyAsync(call.Request);
        var result = await emulator.InvokeSkillAsync(request, call.RequestAborted);
        var status = result.Error is null ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
        await LoopbackServer.WriteAsync(call.Response, status, "application/json", result.Payload);
    }

    private static async Task ObeyAsync(Emulator emulator, CancellationToken cancellationToken)
    {
        using var orders = new StreamReader(Console.OpenStandardInput());

        // A console's stream does not heed a token itself.
        while (await Task.Run(orders.ReadLineAsync, cancellationToken).WaitAsync(cancellationToken) is { } order)
        {
            if (order == Drain)
            {
                await emulator.DrainAsync(cancellationToken);
                Say(Drained);
            }
            else if (order == EndS3)
            {
                emulator.EndS3();
            }
        }
    }

    private static void Say(params ReadOnlySpan<string> words) => Console.Out.WriteLine(string.Join(' ', words));
}
