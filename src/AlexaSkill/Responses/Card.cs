namespace AlexaSkill.Responses;

/// <summary>A card of plain text in the Alexa app.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Content">Its text.</param>
public sealed record Card(string Title, string Content)
{
    /// <summary>The kind of card.</summary>
    public string Type { get; } = "Simple";
}
