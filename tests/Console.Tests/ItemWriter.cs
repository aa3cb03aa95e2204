using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Console.Tests;

/// <summary>A client of another kind: it writes hits to the table by the endpoint that <c>serve</c> prints.</summary>
internal static class ItemWriter
{
    private const int BatchSize = 25; // DynamoDB: items in one BatchWriteItem
    private const int CallsInFlight = 8;
    private const string Table = "pet-match-analytics";

    private static readonly string[] Outcomes = ["match", "match", "match", "no_match", "refused", "api_error"];
    private static readonly string[] Animals = ["dog", "dog", "dog", "cat", "dragon"];

    public static async Task WriteAsync(RunningConsole console, int count)
    {
        var endpoint = (await console.GetAsync("/api/health")).GetProperty("endpoints").GetProperty("dynamoDb").GetString();
        using var dynamoDb = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" });
        var options = new ParallelOptions { MaxDegreeOfParallelism = CallsInFlight, CancellationToken = RunningConsole.Stop };
        await Parallel.ForEachAsync(Enumerable.Range(0, count).Chunk(BatchSize), options, async (numbers, token) =>
        {
            List<WriteRequest> pending = [.. numbers.Select(number => new WriteRequest(new PutRequest(Item(number))))];
            while (pending.Count > 0)
            {
                var answer = await dynamoDb.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [Table] = pending }, token);
                pending = [.. answer.UnprocessedItems?.Values.SelectMany(requests => requests) ?? []];
            }
        });
    }

    private static Dictionary<string, AttributeValue> Item(int number)
    {
        var outcome = Outcomes[number % Outcomes.Length];
        var item = new Dictionary<string, AttributeValue>
        {
            ["request_id"] = new($"amzn1.echo-api.request.{Guid.NewGuid()}"),
            ["user_id"] = new($"amzn1.ask.account.{number / 3}"),
            ["session_id"] = new($"amzn1.echo-api.session.{Guid.NewGuid()}"),
            ["event_time"] = new(DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture)),
            ["locale"] = new(number % 4 == 0 ? "de-DE" : "en-US"),
            ["dialog_state"] = new("IN_PROGRESS"),
            ["slot_value_animal_resolved"] = new(Animals[number % Animals.Length]),
            ["slot_value_animal_synonym"] = new(Animals[number % Animals.Length]),
            ["slot_value_animal_is_valid"] = new() { N = "1" },
            ["outcome"] = new(outcome),
            ["api_execution_time"] = new() { N = $"{2 + (number % 50)}" },
        };
        if (outcome == "match")
        {
            item["breed"] = new("Akita");
        }

        return item;
    }
}
