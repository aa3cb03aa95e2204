using System.Text.Json.Serialization;
using AlexaSkill.Json;

namespace AlexaSkill.Responses;

/// <summary>What the Alexa app shows.</summary>
[JsonConverter(typeof(CardConverter))]
public abstract record Card
{
    internal static readonly Dictionary<Type, string> Kinds = new()
    {
        [typeof(SimpleCard)] = "Simple",
        [typeof(StandardCard)] = "Standard",
        [typeof(LinkAccountCard)] = "LinkAccount",
        [typeof(PermissionsCard)] = "AskForPermissionsConsent",
    };

    /// <summary>What Alexa calls it, such as Simple.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => Kinds[GetType()];
}

/// <summary>A card of plain text.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Content">Its text.</param>
public sealed record SimpleCard(string Title, string Content) : Card;

/// <summary>A card of plain text and a picture.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its text.</param>
/// <param name="Image">Its picture; null = none.</param>
public sealed record StandardCard(string Title, string Text, CardImage? Image) : Card;

/// <summary>A card's picture in two sizes, either of which may lack.</summary>
/// <param name="SmallImageUrl">https address of some 720 x 480 pixels.</param>
/// <param name="LargeImageUrl">https address of some 1200 x 800 pixels.</param>
public sealed record CardImage(string? SmallImageUrl, string? LargeImageUrl);

/// <summary>A card that asks the user to link an account.</summary>
public sealed record LinkAccountCard : Card;

/// <summary>A card that asks the user for permissions.</summary>
/// <param name="Permissions">The permissions' scopes, such as <c>alexa::profile:email:read</c>.</param>
public sealed record PermissionsCard(IReadOnlyList<string> Permissions) : Card;
