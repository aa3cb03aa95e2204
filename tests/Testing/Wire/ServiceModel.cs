using System.Text.Json;
using System.Text.RegularExpressions;

namespace Testing.Wire;

/// <summary>The model of one service with the protocol json or rest-xml.</summary>
internal sealed partial class ServiceModel(JsonElement model)
{
    // The headers of the protocol and of the signature; every other x-amz header has to be a member of the operation.
    private static readonly string[] ProtocolHeaders =
        ["x-amz-target", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "x-amz-user-agent", "x-amz-api-version"];

    private readonly JsonElement metadata = model.GetProperty("metadata");
    private readonly JsonElement operations = model.GetProperty("operations");
    private readonly JsonElement shapes = model.GetProperty("shapes");

    public WireCall Check(ReceivedRequest request)
    {
        var protocol = Text(metadata, "protocol");
        var (operation, faults) = protocol switch
        {
            "json" => CheckJson(request),
            "rest-xml" => CheckRest(request),
            _ => throw new NotSupportedException($"The protocol {protocol} is not known here."),
        };
        return new WireCall($"{Text(metadata, "serviceId")} {operation}", faults);
    }

    private (string Operation, IReadOnlyList<string> Faults) CheckJson(ReceivedRequest request)
    {
        var check = new ShapeCheck(shapes);
        var version = Text(metadata, "apiVersion");
        var target = request.Headers.GetValueOrDefault("X-Amz-Target") ?? "";
        var prefix = $"{Text(metadata, "targetPrefix")}.";
        if (!target.StartsWith(prefix, StringComparison.Ordinal) || !operations.TryGetProperty(target[prefix.Length..], out var operation))
        {
            return (target, [$"X-Amz-Target is '{target}', which is no operation of {prefix}"]);
        }

        check.Expect("method", request.Method, Text(operation.GetProperty("http"), "method"));
        check.Expect("path", request.Path, Text(operation.GetProperty("http"), "requestUri"));
        check.Expect("query", request.Query, "");
        check.Expect("Content-Type", request.Headers.GetValueOrDefault("Content-Type"), $"application/x-amz-json-{Text(metadata, "jsonVersion")}");
        check.Expect("X-Amz-Api-Version", request.Headers.GetValueOrDefault("X-Amz-Api-Version", version), version);
        CheckHeaderNames(check, request, []);
        try
        {
            using var body = JsonDocument.Parse(request.Body);
            check.Value("", InputOf(operation), body.RootElement);
        }
        catch (JsonException broken)
        {
            check.Add("body", $"is no JSON: {broken.Message}");
        }

        return (target[prefix.Length..], check.Faults);
    }

    private (string Operation, IReadOnlyList<string> Faults) CheckRest(ReceivedRequest request)
    {
        var query = request.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
        var fitting = operations.EnumerateObject().Where(candidate => Fits(candidate.Value, request, query)).ToArray();
        if (fitting.Length == 0)
        {
            return ($"{request.Method} {request.Path}{request.Query}", ["no operation has this method, path and query"]);
        }

        // Of several, such as PutObject and UploadPart, it is the one that asks for most.
        var operation = fitting.MaxBy(candidate => RequiredOf(candidate.Value).Count() + UriOf(candidate.Value).Query.Length);
        var check = new ShapeCheck(shapes);
        var (template, _) = UriOf(operation.Value);
        var labels = Template(template).Match(request.Path).Groups;
        var input = shapes.GetProperty(InputOf(operation.Value));
        var members = input.GetProperty("members");
        foreach (var member in members.EnumerateObject())
        {
            foreach (var text in Values(member.Value, request, query, labels))
            {
                check.Text(member.Name, Text(member.Value, "shape"), text);
            }
        }

        var isKnown = Names(members, "querystring").Concat(UriOf(operation.Value).Query).ToHashSet(StringComparer.Ordinal);
        foreach (var name in query.Keys.Where(name => !isKnown.Contains(name) && !(name == "x-id" && query[name] == operation.Name)))
        {
            check.Add("query", $"'{name}' is not known");
        }

        CheckHeaderNames(check, request, [.. Names(members, "header"), .. Names(members, "headers")]);
        CheckPayload(check, input, request);
        return (operation.Name, check.Faults);
    }

    private void CheckPayload(ShapeCheck check, JsonElement input, ReceivedRequest request)
    {
        var payload = input.TryGetProperty("payload", out var name) ? input.GetProperty("members").GetProperty(name.GetString()!) : default;
        if (payload.ValueKind == JsonValueKind.Undefined)
        {
            check.Expect("body", $"{request.Body.Length} bytes", "0 bytes");
        }
        else if (Text(shapes.GetProperty(Text(payload, "shape")), "type") != "blob")
        {
            throw new NotSupportedException("A body of XML is not read here: no function sends one.");
        }
    }

    private static void CheckHeaderNames(ShapeCheck check, ReceivedRequest request, string[] known)
    {
        foreach (var name in request.Headers.Keys.Where(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)))
        {
            var isKnown = ProtocolHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
                || known.Any(header => header.EndsWith('-')
                    ? name.StartsWith(header, StringComparison.OrdinalIgnoreCase)
                    : name.Equals(header, StringComparison.OrdinalIgnoreCase));
            if (!isKnown)
            {
                check.Add("header", $"'{name}' is not known");
            }
        }
    }

    private bool Fits(JsonElement operation, ReceivedRequest request, Dictionary<string, string> query)
    {
        var (template, literals) = UriOf(operation);
        return Text(operation.GetProperty("http"), "method") == request.Method
            && Template(template).IsMatch(request.Path)
            && literals.All(query.ContainsKey)
            && RequiredOf(operation).All(member => Text(member, "location") switch
            {
                "header" => request.Headers.ContainsKey(Text(member, "locationName")),
                "querystring" => query.ContainsKey(Text(member, "locationName")),
                _ => true,
            });
    }

    private IEnumerable<JsonElement> RequiredOf(JsonElement operation)
    {
        var input = shapes.GetProperty(InputOf(operation));
        return input.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => input.GetProperty("members").GetProperty(name.GetString()!))
            : [];
    }

    /// <summary>What the request says of a member.</summary>
    private static IEnumerable<string> Values(
        JsonElement member, ReceivedRequest request, Dictionary<string, string> query, GroupCollection labels) => Text(member, "location") switch
    {
        "uri" => [labels[Text(member, "locationName")].Value],
        "header" => request.Headers.TryGetValue(Text(member, "locationName"), out var value) ? [value] : [],
        "querystring" => query.TryGetValue(Text(member, "locationName"), out var value) ? [value] : [],
        _ => [],
    };

    private static IEnumerable<string> Names(JsonElement members, string location) =>
        from member in members.EnumerateObject()
        where Text(member.Value, "location") == location
        select Text(member.Value, "locationName");

    private static (string Path, string[] Query) UriOf(JsonElement operation)
    {
        var parts = Text(operation.GetProperty("http"), "requestUri").Split('?');
        return (parts[0], [.. parts.Skip(1).SelectMany(query => query.Split('&')).Select(pair => pair.Split('=')[0])]);
    }

    /// <summary>The expression of a path's template: <c>{Bucket}</c> is one segment, <c>{Key+}</c> all that follow.</summary>
    private static Regex Template(string path) => new(
        $"^{Label().Replace(path, label => $"(?<{label.Groups[1]}>{(label.Groups[2].Length > 0 ? ".+" : "[^/]+")})")}$",
        RegexOptions.CultureInvariant);

    private static string InputOf(JsonElement operation) =>
        operation.TryGetProperty("input", out var input)
            ? Text(input, "shape")
            : throw new NotSupportedException("An operation without input is not known here.");

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) ? text.GetString()! : "";

    [GeneratedRegex(@"\{(\w+)(\+?)\}")]
    private static partial Regex Label();
}
