namespace AlexaSkill.Responses;

/// <summary>Something to say.</summary>
/// <param name="Ssml">A whole SSML document, <c>&lt;speak&gt;…&lt;/speak&gt;</c>.</param>
public sealed record OutputSpeech(string Ssml)
{
    /// <summary>The kind of text.</summary>
    public string Type { get; } = "SSML";
}
