using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Testing.Wire;

/// <summary>The API models that AWS publishes of its services, as botocore brings them; the calls of the functions are held to them.</summary>
public static class AwsModels
{
    /// <summary>The environment variable that names a folder with the models: <c>SERVICE/VERSION/service-2.json</c> or <c>.json.gz</c>.</summary>
    public const string FolderVariable = "AWS_API_MODELS";

    private const string StandardFolder = "/usr/lib/python3/dist-packages/botocore/data"; // Debian's python3-botocore

    // What the services have learnt since the oldest model at hand, Debian 12's of December 2022: a structure, its new member, its shape.
    private static readonly (string Structure, string Member, string Shape)[] Later =
        [("PutItemInput", "ReturnValuesOnConditionCheckFailure", "ReturnValuesOnConditionCheckFailure")]; // June 2023

    private static readonly ConcurrentDictionary<string, ServiceModel> Loaded = new(StringComparer.Ordinal);

    /// <summary>Why tests that need the models are to be skipped; null where they run. A CI run has no excuse.</summary>
    public static string? Obstacle => Environment.GetEnvironmentVariable("CI") == "true" || Directory.Exists(Folder) ? null : Missing;

    private static string Folder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : StandardFolder;

    private static string Missing =>
        $"The API models of AWS are not in {Folder}: apt-get install python3-botocore, or name a folder that holds them by {FolderVariable}.";

    /// <summary>Holds a call to the model of the service that its signature names.</summary>
    /// <param name="request">The call.</param>
    /// <returns>Which call it is, and what is wrong with it.</returns>
    public static WireCall Check(ReceivedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (RequestSignature.Read(request) is not { } signature)
        {
            return new WireCall($"{request.Method} {request.Path}", ["it is not signed with AWS4-HMAC-SHA256"]);
        }

        var call = Loaded.GetOrAdd(signature.Service, Load).Check(request);
        return call with { Faults = [.. signature.Faults(request), .. call.Faults] };
    }

    internal static ServiceModel Load(string service)
    {
        var folder = Path.Combine(Folder, service);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "service-2.json*", SearchOption.AllDirectories) : [];
        var path = files.Max(StringComparer.Ordinal) ?? throw new InvalidOperationException($"There is no model of '{service}'. {Missing}");
        using Stream file = File.OpenRead(path);
        using var json = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var model = JsonNode.Parse(json)!;
        foreach (var (structure, member, shape) in Later.Where(later => model["shapes"]![later.Structure] is not null))
        {
            model["shapes"]![structure]!["members"]!.AsObject().TryAdd(member, new JsonObject { ["shape"] = shape });
        }

        return new ServiceModel(JsonSerializer.SerializeToElement(model));
    }
}
