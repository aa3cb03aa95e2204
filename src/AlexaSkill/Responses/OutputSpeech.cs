namespace AlexaSkill.Responses;

/// <summary>Something to say.</summary>
/// <param name="Ssml">A whole SSML document, <c>&lt;speak&gt;…&lt;/speak&gt;</c>.</param>
/// <param name="PlayBehavior"><c>ENQUEUE</c>, <c>REPLACE_ALL</c> or <c>REPLACE_ENQUEUED</c>; null leaves it to Alexa.</param>
public sealed record OutputSpeech(string Ssml, string? PlayBehavior = null)
{
    /// <summary>The kind of text.</summary>
    public string Type { get; } = "SSML";
}
