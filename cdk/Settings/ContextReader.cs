using System.Globalization;
using System.Text.Json;
using Constructs;

namespace Cdk.Settings;

/// <summary>Reads the CDK's context: the <c>context</c> of cdk.json, overridden by <c>-c name=value</c>.</summary>
/// <remarks>A node tells the value of a name, but not which names there are, so these are given apart.</remarks>
internal sealed class ContextReader(Node node, IReadOnlyList<string> givenNames)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The names of a context, as the CDK's command line hands it on: JSON, or nothing.</summary>
    public static IReadOnlyList<string> NamesOf(string? json)
    {
        using var context = JsonDocument.Parse(string.IsNullOrEmpty(json) ? "{}" : json);
        return [.. context.RootElement.EnumerateObject().Select(property => property.Name).Where(IsOurs)];
    }

    /// <summary>A text of one kind; the fallback where the context has none.</summary>
    public string Text(string name, string fallback, Func<string, bool> isValid, string kind)
    {
        known.Add(name);
        var value = Value(name) is { Length: > 0 } given ? given : fallback;
        return isValid(value)
            ? value
            : throw new ContextException($"{name} is '{value}': it has to be {kind}. Set it with -c {name}=VALUE.");
    }

    /// <summary>A text of one kind that may be left out.</summary>
    public string? Optional(string name, Func<string, bool> isValid, string kind) =>
        Text(name, "", value => value.Length == 0 || isValid(value), kind) is { Length: > 0 } value ? value : null;

    /// <summary>One of several words, of which the first one is the default.</summary>
    public string OneOf(string name, params string[] words) =>
        Text(name, words[0], words.Contains, $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}");

    /// <summary>A whole number.</summary>
    public int Number(string name, int fallback, int least, int most, string unit)
    {
        var number = 0;
        Text(
            name,
            fallback.ToString(CultureInfo.InvariantCulture),
            value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most,
            $"a whole number of {unit} from {least} to {most}");
        return number;
    }

    /// <summary>Refuses a name that nothing has read: it would be left out without a word.</summary>
    public void RefuseUnknown()
    {
        if (givenNames.FirstOrDefault(name => !known.Contains(name)) is { } name)
        {
            throw new ContextException($"{name} is not an option of this stack: the options are {string.Join(", ", known)}.");
        }
    }

    private string Value(string name) => node.TryGetContext(name) switch
    {
        null => "",
        string text => text.Trim(),
        IConvertible value => value.ToString(CultureInfo.InvariantCulture),
        _ => throw new ContextException($"{name} is a list or an object: it has to be one value: -c {name}=VALUE."),
    };

    // The CDK's own names have other signs: feature flags, look-ups, aws:cdk:…, cli-….
    private static bool IsOurs(string name) => name.All(char.IsAsciiLetter);
}
