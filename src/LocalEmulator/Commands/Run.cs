using System.Collections.Concurrent;
using LocalAthena;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>One run of requests through the whole pipeline.</summary>
internal sealed class Run(int seed, string dataDirectory, Terminal terminal)
{
    private const int RowsShown = 5;
    private const int SkillProcesses = 4;

    /// <summary>Sends samples and conversations, delivers their hits, and prints the answers and the proof that none is lost.</summary>
    public async Task<int> ExecuteAsync(long conversations, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorStart.StartAsync(dataDirectory, terminal, cancellationToken, SkillProcesses);
        var answered = new ConcurrentQueue<string>();
        var skill = new SkillClient(emulator, answered);
        await SendSamplesAsync(skill, cancellationToken);
        await HoldAsync(conversations, skill, cancellationToken);
        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));

        await using var engine = await QueryEngine.StartAsync(emulator.BucketDirectory, cancellationToken);
        await AnswerAsync(engine, cancellationToken);
        var delivery = await new DeliveryProof(engine, emulator).ComputeAsync(answered, cancellationToken);
        Report(emulator, skill, delivery, conversations);
        return skill.Failed == 0 && delivery.Lost == 0 ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task SendSamplesAsync(SkillClient skill, CancellationToken cancellationToken)
    {
        var files = Directory.GetFiles(Repository.Find("samples", "requests"), "*.json").Order(StringComparer.Ordinal).ToList();
        await terminal.CountAsync($"Sending {files.Count} sample requests ...", files.Count, async step =>
        {
            foreach (var file in files)
            {
                var sample = await RequestFile.ReadAsync(file, cancellationToken);
                await skill.SendAsync(sample.Request, sample.Json, cancellationToken);
                step();
            }
        });
    }

    private Task HoldAsync(long conversations, SkillClient skill, CancellationToken cancellationToken) =>
        terminal.CountAsync($"Holding {conversations} conversations ...", conversations, step =>
            new ConversationLoad(seed, skill).HoldAsync(conversations, step, cancellationToken));

    private async Task AnswerAsync(AthenaEngine engine, CancellationToken cancellationToken)
    {
        foreach (var file in QueryFile.ReadAll())
        {
            var answer = await engine.QueryAsync(file.Sql, cancellationToken);
            terminal.Print(file.Question);
            terminal.Print(answer with { Values = [.. answer.Values.Take(RowsShown)] });
            var more = answer.Values.Count - RowsShown;
            terminal.Print(more > 0 ? $"... and {more} more: query {file.Name}\n" : "");
        }
    }

    private void Report(Emulator emulator, SkillClient skill, Delivery delivery, long conversations)
    {
        if (skill.Failed > 0)
        {
            terminal.Note($"{skill.Failed} requests failed; the first with {skill.FirstError}".ReplaceLineEndings(" "));
        }

        if (delivery.Unwritten > 0)
        {
            terminal.Note($"{delivery.Unwritten} hits could not be written to the table, though the skill answered.");
        }

        terminal.Print($"The delivered files are in {emulator.BucketDirectory}");
        terminal.Print($"The table and the logs are in {emulator.DataDirectory}");
        var hits = skill.Hits;
        terminal.Print($"This run: {conversations} conversations and {hits} hits answered, {skill.Answers - hits} of them twice. In the folder:");
        terminal.Print(delivery.ToString());
    }
}
