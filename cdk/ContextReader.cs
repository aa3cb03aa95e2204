using System.Globalization;
using System.Text.Json;

namespace Cdk;

/// <summary>Reads the CDK's context: the <c>context</c> of cdk.json, overridden by <c>-c name=value</c>.</summary>
internal sealed class ContextReader
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Reads a context.</summary>
    /// <param name="json">The context as the CDK's command line hands it on; null or empty where there is none.</param>
    /// <exception cref="ContextException">A value is a list or an object.</exception>
    public ContextReader(string? json)
    {
        using var context = JsonDocument.Parse(string.IsNullOrEmpty(json) ? "{}" : json);
        foreach (var property in context.RootElement.EnumerateObject().Where(property => IsOurs(property.Name)))
        {
            values[property.Name] = property.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)
                ? property.Value.ToString().Trim()
                : throw new ContextException($"{property.Name} is a list or an object: it has to be one value: -c {property.Name}=VALUE.");
        }
    }

    /// <summary>A text of one kind.</summary>
    /// <param name="name">The name in the context.</param>
    /// <param name="fallback">The default.</param>
    /// <param name="isValid">Whether a text is of that kind.</param>
    /// <param name="kind">The kind, for the message.</param>
    /// <returns>The text; the default where the context has none.</returns>
    /// <exception cref="ContextException">It is of another kind.</exception>
    public string Text(string name, string fallback, Func<string, bool> isValid, string kind)
    {
        known.Add(name);
        var value = values.GetValueOrDefault(name) is { Length: > 0 } given ? given : fallback;
        return isValid(value)
            ? value
            : throw new ContextException($"{name} is '{value}': it has to be {kind}. Set it with -c {name}=VALUE.");
    }

    /// <summary>A text of one kind that may be left out.</summary>
    /// <param name="name">The name in the context.</param>
    /// <param name="isValid">Whether a text is of that kind.</param>
    /// <param name="kind">The kind, for the message.</param>
    /// <returns>The text; null where the context has none.</returns>
    /// <exception cref="ContextException">It is of another kind.</exception>
    public string? Optional(string name, Func<string, bool> isValid, string kind) =>
        Text(name, "", value => value.Length == 0 || isValid(value), kind) is { Length: > 0 } value ? value : null;

    /// <summary>One of several words.</summary>
    /// <param name="name">The name in the context.</param>
    /// <param name="words">The words; the first one is the default.</param>
    /// <returns>The word.</returns>
    /// <exception cref="ContextException">It is none of them.</exception>
    public string OneOf(string name, params string[] words) =>
        Text(name, words[0], words.Contains, $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}");

    /// <summary>A whole number.</summary>
    /// <param name="name">The name in the context.</param>
    /// <param name="fallback">The default.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest number allowed.</param>
    /// <param name="unit">What it counts, for the message.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ContextException">It is no whole number, or out of bounds.</exception>
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

    /// <summary>Refuses what nothing has asked for: a name that is mistyped would be left out without a word.</summary>
    /// <exception cref="ContextException">The context has a name that nothing reads.</exception>
    public void RefuseUnknown()
    {
        if (values.Keys.FirstOrDefault(name => !known.Contains(name)) is { } name)
        {
            throw new ContextException($"{name} is no name that the stack knows: it has to be one of {string.Join(", ", known)}.");
        }
    }

    // The CDK's own names have other signs: feature flags, look-ups, aws:cdk:…, cli-….
    private static bool IsOurs(string name) => name.All(char.IsAsciiLetter);
}
